import { networkOf } from '../account/network.ts';
import type { Instant } from '../domain/clock.ts';
import type { AppContext } from './environment.ts';
import { clientAddress } from './request-context.ts';

/** The status of an answer to whoever tried too often (RFC 6585 §4). */
export const TOO_MANY_ATTEMPTS = 429;

/** Tells the browser when to come back, and the operator that somebody may be guessing. */
export function noteThrottled(c: AppContext, retryAt: Instant): void {
  const { deps, now, requestId } = c.var;
  c.header('Retry-After', String(Math.max(1, Math.ceil((retryAt - now) / 1000))));
  deps.log.warn({ requestId, network: networkOf(clientAddress(c)) }, 'too many attempts');
}
