import { expect } from 'vitest';

import type { Storage } from '../../src/domain/storage.ts';
import {
  addPersonWithClient,
  addTokens,
  hash,
  newAuthorization,
} from '../../src/storage/conformance/campus.ts';
import type { TransferConnection } from '../../src/storage/transfer/transfer-connection.ts';

/** Somebody with a client, whose tokens `1` … `<count>` work, and some words in another script. */
export async function fillCampus(storage: Storage, count: number): Promise<void> {
  const parties = await addPersonWithClient(storage);
  for (let number = 1; number <= count; number += 1) {
    await addTokens(storage, parties, String(number));
  }
  await storage.issueAuthorizationCode(newAuthorization(parties, 'not redeemed'));
  await storage.storeMedia({
    path: 'नमूना.png',
    contentType: 'image/png',
    bytes: new Uint8Array([0, 1, 254, 255]),
  });
  await storage.markDemoData();
}

/** Every token of `fillCampus` works, and nothing else. */
export async function expectCampus(storage: Storage, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    expect(await storage.findBearerAccess(hash(`access-${number}`))).toBeDefined();
  }
  expect(await storage.findBearerAccess(hash(`access-${count + 1}`))).toBeUndefined();
  expect(await storage.holdsDemoData()).toBe(true);
}

/** An end of a copy that fails when something is stored for the n-th time. */
export function failingAt(to: TransferConnection, insertion: number): TransferConnection {
  let insertions = 0;
  return {
    ...to,
    async insert(table, rows) {
      insertions += 1;
      if (insertions === insertion) throw new Error('The cable was cut.');
      await to.insert(table, rows);
    },
  };
}
