import type { ClientNumber } from '../domain/client.ts';
import { DEFAULT_STATE } from '../protocol/authorization-request.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { AppContext } from './environment.ts';

/** For a person who reads everything on the way. */
const SECONDS_AWAY = 15 * 60;

/** What an app keeps in the session of a person who is away at the authorise page. */
export interface PlaygroundTrip {
  /** `''`: without PKCE. */
  readonly codeVerifier: string;
  /** Whether a state that came back is the one that was sent. */
  isOwnState(state: string): boolean;
}

/**
 * Keeps it in the browser alone: a run of the playground is nothing that we store (docs/adr/0015).
 * @param sent `state`: `''` when none is sent
 */
export function beginTrip(
  c: AppContext,
  number: ClientNumber,
  sent: { readonly codeVerifier: string; readonly state: string },
): void {
  const state = sent.state === '' ? DEFAULT_STATE : sent.state;
  // A verifier of ours is base64url, as is the digest: neither has a dot.
  const value = [number, sent.codeVerifier, digest(c, state)].join('.');
  writeCookie(c, 'playground', { value, maxAge: SECONDS_AWAY });
}

/** What this browser left with; undefined when it did not leave for this app, or too long ago. */
export function readTrip(c: AppContext, number: ClientNumber): PlaygroundTrip | undefined {
  const [ofApp, codeVerifier = '', expected] = readCookie(c, 'playground')?.split('.') ?? [];
  if (ofApp !== String(number)) return undefined;
  return { codeVerifier, isOwnState: (state) => digest(c, state) === expected };
}

/** A state may be longer than a cookie. */
function digest(c: AppContext, state: string): string {
  return Buffer.from(c.var.deps.hashSecret(`playground ${state}`)).toString('base64url');
}
