import { timingSafeEqual } from 'node:crypto';

import type { Client, ClientId } from '../domain/client.ts';
import { type Random, randomAlphanumeric } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';

const CLIENT_ID_LENGTH = 40;
const CLIENT_SECRET_LENGTH = 128;

/** A new `client_id`: 40 characters `[A-Za-z0-9]` (RFC 6749 §2.2, wire contract §5). */
export function newClientId(random: Random): ClientId {
  return randomAlphanumeric(random, CLIENT_ID_LENGTH);
}

/** A new client secret: 128 characters `[A-Za-z0-9]` (RFC 6749 §2.3.1, wire contract §5). Store only its hash. */
export function newClientSecret(random: Random): string {
  return randomAlphanumeric(random, CLIENT_SECRET_LENGTH);
}

/** Whether the secret is the client's, in a time that does not depend on how much of it is right. */
export function matchesClientSecret(
  secret: string,
  client: Pick<Client, 'clientSecretHash'>,
  hashSecret: HashSecret,
): boolean {
  return timingSafeEqual(hashSecret(secret), client.clientSecretHash);
}
