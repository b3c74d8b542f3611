import { createHash, randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { addSeconds, instant } from '../domain/clock.ts';
import { ENVIRONMENTS } from '../domain/environment.ts';
import {
  clientSecretHint,
  findMatchingSecret,
  mayBeClientSecret,
  newClientId,
  newClientSecret,
} from './client-secret.ts';
import { hashSecret } from './secret-hash.ts';

describe('wire contract §5: credentials of a client', () => {
  it('are 40 and 128 letters and digits', () => {
    expect(newClientId(randomBytes)).toMatch(/^[A-Za-z0-9]{40}$/u);
    for (const environment of ENVIRONMENTS) {
      expect(newClientSecret(environment, randomBytes)).toMatch(/^[A-Za-z0-9]{128}$/u);
    }
  });
});

describe('ADR 0007: a client secret', () => {
  const live = newClientSecret('live', randomBytes);
  const sandbox = newClientSecret('sandbox', randomBytes);

  it('tells by how it begins what it is and of which environment', () => {
    expect(live).toMatch(/^omniportsecret/u);
    expect(sandbox).toMatch(/^omniportsandbox/u);
    expect(newClientSecret('live', randomBytes)).not.toBe(live);
  });

  it('ends with a checksum that a scanner can compute', () => {
    // As the ADR says it: 48 bits of SHA-256, modulo 62⁶, in base 62.
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    const digest = createHash('sha256').update(live.slice(0, 122)).digest('hex');
    let number = BigInt(`0x${digest.slice(0, 12)}`) % 62n ** 6n;
    let expected = '';
    for (let digit = 0; digit < 6; digit += 1) {
      expected = digits.charAt(Number(number % 62n)) + expected;
      number /= 62n;
    }
    expect(live.slice(-6)).toBe(expected);
  });

  it('is recognised by its developer from its beginning and end', () => {
    expect(clientSecretHint(live)).toBe(`omniportsecret…${live.slice(-4)}`);
    expect(clientSecretHint(sandbox)).toBe(`omniportsandbox…${sandbox.slice(-4)}`);
    expect(clientSecretHint(`${'x'.repeat(124)}k3Qz`)).toBe('…k3Qz');
  });
});

describe('whether a found text may be a client secret', () => {
  const secret = newClientSecret('live', randomBytes);
  const other = secret.endsWith('A') ? 'B' : 'A';

  it.each([
    ['a secret of ours', secret, true],
    ['a secret of the replaced system, without prefix', 'k'.repeat(128), true],
    ['one with a mistyped end', secret.slice(0, -1) + other, false],
    ['an example in a document', `omniportsecret${'x'.repeat(114)}`, false],
    ['one that is cut', secret.slice(0, -1), false],
    ['one with something behind it', `${secret} `, false],
    ['another text', 'correct horse battery staple', false],
    ['nothing', '', false],
  ])('%s', (_what, text, expected) => {
    expect(mayBeClientSecret(text)).toBe(expected);
  });
});

describe('finding the secret that a presented one is', () => {
  const now = instant(1000);
  const about = { hashSecret, now };
  const secrets = [
    { id: 1, hash: hashSecret('one'), expiresAt: null },
    { id: 2, hash: hashSecret('two'), expiresAt: addSeconds(now, 1) },
    { id: 3, hash: hashSecret('three'), expiresAt: now },
  ];

  it('matches by the hash that was stored, and nothing else does', () => {
    expect(findMatchingSecret('one', secrets, about)?.id).toBe(1);
    expect(findMatchingSecret('two', secrets, about)?.id).toBe(2);
    for (const wrong of ['One', 'one ', '', secrets[0]!.hash.toHex()]) {
      expect(findMatchingSecret(wrong, secrets, about)).toBeUndefined();
    }
    expect(findMatchingSecret('one', [], about)).toBeUndefined();
  });

  it('matches none that has expired', () => {
    expect(findMatchingSecret('three', secrets, about)).toBeUndefined();
  });

  it('hashes what was presented once, however many there are', () => {
    let hashed = 0;
    const counting = (text: string) => {
      hashed += 1;
      return hashSecret(text);
    };
    findMatchingSecret('two', secrets, { hashSecret: counting, now });
    expect(hashed).toBe(1);
  });

  it('is hashed with SHA-256', () => {
    // FIPS 180-2, appendix B.1.
    expect(Buffer.from(hashSecret('abc')).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
