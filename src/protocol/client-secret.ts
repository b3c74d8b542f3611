import { timingSafeEqual } from 'node:crypto';

import type { AcceptedSecret } from '../domain/client-secret.ts';
import type { ClientId } from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
import { type Environment, ENVIRONMENTS } from '../domain/environment.ts';
import { type Random, randomAlphanumeric } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import { hashSecret } from './secret-hash.ts';

const CLIENT_ID_LENGTH = 40;
const CLIENT_SECRET_LENGTH = 128;
const CHECKSUM_LENGTH = 6;
const HINT_LENGTH = 4;

/** How a secret begins, so that whoever finds one knows what it is (ADR 0007). */
const PREFIXES: Readonly<Record<Environment, string>> = {
  live: 'omniportsecret',
  sandbox: 'omniportsandbox',
};

/** A new `client_id`: 40 characters `[A-Za-z0-9]` (RFC 6749 §2.2, wire contract §5). */
export function newClientId(random: Random): ClientId {
  return randomAlphanumeric(random, CLIENT_ID_LENGTH);
}

/**
 * A new client secret: 128 characters `[A-Za-z0-9]` (RFC 6749 §2.3.1, wire contract §5): prefix, more than 630 random
 * bits, checksum. Store only its hash.
 */
export function newClientSecret(environment: Environment, random: Random): string {
  const prefix = PREFIXES[environment];
  const length = CLIENT_SECRET_LENGTH - CHECKSUM_LENGTH - prefix.length;
  const body = prefix + randomAlphanumeric(random, length);
  return body + checksum(body);
}

/** By what a developer tells secrets apart: `omniportsecret…k3Qz`. */
export function clientSecretHint(secret: string): string {
  return `${prefixOf(secret) ?? ''}…${secret.slice(-HINT_LENGTH)}`;
}

/**
 * Whether a text that somebody found may be a client secret. Of those with a prefix the checksum decides, so that an
 * example in a document raises no alarm; those of the replaced system have none.
 */
export function mayBeClientSecret(text: string): boolean {
  if (!/^[A-Za-z0-9]{128}$/u.test(text)) return false;
  if (prefixOf(text) === undefined) return true;
  const body = text.slice(0, -CHECKSUM_LENGTH);
  return text === body + checksum(body);
}

/**
 * The secret of a client that a presented one is, if it has not expired. It is hashed once and compared with all of
 * them, in a time that does not depend on how much of it is right.
 */
export function findMatchingSecret(
  presented: string,
  secrets: readonly AcceptedSecret[],
  about: { readonly hashSecret: HashSecret; readonly now: Instant },
): AcceptedSecret | undefined {
  const hash = about.hashSecret(presented);
  return secrets
    .filter((secret) => timingSafeEqual(hash, secret.hash))
    .find(({ expiresAt }) => expiresAt === null || expiresAt > about.now);
}

/** Which environment a secret says it is of; undefined: it does not, as those of the replaced system. */
export function claimedEnvironment(secret: string): Environment | undefined {
  return ENVIRONMENTS.find((environment) => secret.startsWith(PREFIXES[environment]));
}

function prefixOf(text: string): string | undefined {
  return Object.values(PREFIXES).find((prefix) => text.startsWith(prefix));
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The first 48 bits of the text's SHA-256, modulo 62⁶, in base 62. Guards against chance, not against malice. */
function checksum(text: string): string {
  let rest = Buffer.from(hashSecret(text)).readUIntBE(0, 6);
  let digits = '';
  while (digits.length < CHECKSUM_LENGTH) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits;
    rest = Math.floor(rest / DIGITS.length);
  }
  return digits;
}
