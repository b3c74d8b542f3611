import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { hashPassword, verifyPassword } from './password.ts';

const random = (byteCount: number): Uint8Array => randomBytes(byteCount);

describe('a password hashed by us', () => {
  it('is argon2id with the parameters of the OWASP Password Storage Cheat Sheet', async () => {
    const hash = await hashPassword('correct horse 1', random);
    expect(hash).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/u,
    );
  });

  it('matches itself alone, and needs no rehash', async () => {
    const hash = await hashPassword('correct horse 1', random);
    expect(await verifyPassword('correct horse 1', hash)).toEqual({
      matches: true,
      needsRehash: false,
    });
    expect(await verifyPassword('correct horse 2', hash)).toEqual({
      matches: false,
      needsRehash: false,
    });
  });

  it('has a salt of its own', async () => {
    const [one, other] = await Promise.all([
      hashPassword('correct horse 1', random),
      hashPassword('correct horse 1', random),
    ]);
    expect(one).not.toBe(other);
  });

  it('matches however a keyboard composes its letters (NIST SP 800-63B-4 §3.1.1.2)', async () => {
    const hash = await hashPassword('caf\u00E9 au lait', random);
    const { matches } = await verifyPassword('cafe\u0301 au lait', hash);
    expect(matches).toBe(true);
  });
});

describe('a password hashed elsewhere', () => {
  it('matches the test vector of the Argon2 reference implementation, and is to be hashed again', async () => {
    const hash =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword('password', hash)).toEqual({ matches: true, needsRehash: true });
    expect(await verifyPassword('Password', hash)).toEqual({ matches: false, needsRehash: false });
  });

  it("matches Django's pbkdf2_sha256, computed by Python's hashlib, and is to be hashed again", async () => {
    const hash = 'pbkdf2_sha256$720000$seasalt$eDupbcisD1UuIiou3hMuMu8oe/XwnpDw45r6AA5iv0E=';
    expect(await verifyPassword('lètmein', hash)).toEqual({ matches: true, needsRehash: true });
    expect(await verifyPassword('letmein', hash)).toEqual({ matches: false, needsRehash: false });
  });
});

describe('no password', () => {
  it.each([
    ['no account', null],
    ["Django's unusable password", '!'],
    ['garbage', 'pbkdf2_sha256$garbage'],
    ['an empty hash', ''],
  ])('is matched by nothing: %s', async (_what, hash) => {
    expect(await verifyPassword('', hash)).toEqual({ matches: false, needsRehash: false });
    expect(await verifyPassword('password', hash)).toEqual({ matches: false, needsRehash: false });
  });
});
