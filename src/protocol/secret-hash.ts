import { hash } from 'node:crypto';

import type { HashSecret, SecretHash } from '../domain/secret-hash.ts';

/**
 * SHA-256 of a secret's UTF-8 bytes. Enough for what we hash with it, codes, tokens and client secrets of
 * at least 178 random bits: guessing is hopeless without any stretching. Passwords are not hashed with this.
 */
export const hashSecret: HashSecret = (secret) =>
  hash('sha256', secret, 'buffer') as Uint8Array as SecretHash;
