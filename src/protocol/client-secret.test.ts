import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { matchesClientSecret, newClientId, newClientSecret } from './client-secret.ts';
import { hashSecret } from './secret-hash.ts';

describe('wire contract §5: credentials of a client', () => {
  it('are 40 and 128 letters and digits', () => {
    expect(newClientId(randomBytes)).toMatch(/^[A-Za-z0-9]{40}$/u);
    expect(newClientSecret(randomBytes)).toMatch(/^[A-Za-z0-9]{128}$/u);
  });
});

describe('a client secret', () => {
  const client = { clientSecretHash: hashSecret('right') };

  it('matches the hash that was stored, and nothing else does', () => {
    expect(matchesClientSecret('right', client, hashSecret)).toBe(true);
    expect(matchesClientSecret('Right', client, hashSecret)).toBe(false);
    expect(matchesClientSecret('', client, hashSecret)).toBe(false);
  });

  it('is hashed with SHA-256', () => {
    // FIPS 180-2, appendix B.1.
    expect(Buffer.from(hashSecret('abc')).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
