import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

import type { Random } from '../domain/random.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Keeps this key apart from any other use of the same secret. */
const KEY_PURPOSE = 'omniport refresh retry v1';

/**
 * Seals the answer of a rotation so that only who presents the same refresh token again can read it (ADR 0001).
 * The key is derived from the token itself, of which the database holds only a hash.
 * Layout: nonce (12 bytes), authentication tag (16), ciphertext.
 */
export function sealAnswer(answer: string, refreshToken: string, random: Random): Uint8Array {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFrom(refreshToken), nonce);
  const ciphertext = Buffer.concat([cipher.update(answer, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/** @throws Error when the seal was made for another token, or was changed */
export function openSealedAnswer(sealed: Uint8Array, refreshToken: string): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const ciphertext = sealed.subarray(NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, keyFrom(refreshToken), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
}

/** HKDF (RFC 5869): a token of 178 random bits needs no salt and no stretching. */
function keyFrom(refreshToken: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', refreshToken, '', KEY_PURPOSE, KEY_BYTES));
}
