import { createHash } from 'node:crypto';

import type { Random } from '../domain/random.ts';

/** RFC 7636 §4.1: 43 characters, 256 random bits. */
export function newCodeVerifier(random: Random): string {
  return Buffer.from(random(32)).toString('base64url');
}

/** RFC 7636 §4.2, S256. */
export function codeChallengeOf(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url');
}
