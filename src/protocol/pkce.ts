import { hash, timingSafeEqual } from 'node:crypto';

import type { CodeChallenge } from '../domain/authorization.ts';
import { type Parameters, valueOf } from './parameters.ts';

/** RFC 7636 §4.1 and §4.2: 43 to 128 unreserved characters. */
const VERIFIER = /^[A-Za-z0-9\-._~]{43,128}$/u;
/** RFC 7636 §4.2: BASE64URL of a SHA-256 is 43 characters. */
const S256_CHALLENGE = /^[A-Za-z0-9\-_]{43}$/u;

export type CodeChallengeParsing =
  | { readonly type: 'parsed'; readonly codeChallenge: CodeChallenge | null }
  | { readonly type: 'malformed'; readonly description: string };

/**
 * RFC 7636 §4.3. No `code_challenge`: null, the request does not use PKCE. The method defaults to `plain`.
 * A method without a challenge is refused: that client believes its code is protected.
 */
export function parseCodeChallenge(parameters: Parameters): CodeChallengeParsing {
  const challenge = valueOf(parameters, 'code_challenge');
  const method = valueOf(parameters, 'code_challenge_method');
  if (challenge === undefined) {
    return method === undefined
      ? { type: 'parsed', codeChallenge: null }
      : malformed('code_challenge is missing.');
  }
  switch (method) {
    case 'S256':
      return S256_CHALLENGE.test(challenge)
        ? { type: 'parsed', codeChallenge: { method, challenge } }
        : malformed('code_challenge must be 43 characters of base64url.');
    case 'plain':
    case undefined:
      return VERIFIER.test(challenge)
        ? { type: 'parsed', codeChallenge: { method: 'plain', challenge } }
        : malformed('code_challenge must be 43 to 128 unreserved characters.');
    default:
      return malformed('code_challenge_method must be S256 or plain.');
  }
}

function malformed(description: string): CodeChallengeParsing {
  return { type: 'malformed', description };
}

/** RFC 7636 §4.6: whether the verifier is the one the challenge was made from. */
export function verifiesCodeChallenge(verifier: string, codeChallenge: CodeChallenge): boolean {
  if (!VERIFIER.test(verifier)) return false;
  const presented =
    codeChallenge.method === 'S256' ? hash('sha256', verifier, 'base64url') : verifier;
  return equalTexts(presented, codeChallenge.challenge);
}

/** Compares two ASCII texts in a time that depends on their lengths only. */
function equalTexts(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
