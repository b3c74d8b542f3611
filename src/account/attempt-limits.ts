import type { AccountId } from '../domain/account.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { AttemptSubject } from '../domain/session.ts';
import { networkOf } from './network.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** What an attempt is counted against, besides the network. */
export type AttemptTarget =
  | { readonly type: 'account'; readonly id: AccountId }
  /** Fits nobody (or two people): counted all the same, so that nothing tells. */
  | { readonly type: 'nobody'; readonly identifier: string };

/**
 * Attempts at different doors are counted apart: somebody who guesses at the sign-in page must not keep
 * the signed-in owner from changing their password.
 */
const LIMITS = {
  'sign-in': {
    target: { limit: 10, windowSeconds: 15 * MINUTE },
    network: { limit: 100, windowSeconds: 15 * MINUTE },
  },
  'own-password': {
    target: { limit: 10, windowSeconds: 15 * MINUTE },
    network: { limit: 100, windowSeconds: 15 * MINUTE },
  },
  'password-reset': {
    target: { limit: 3, windowSeconds: HOUR },
    network: { limit: 60, windowSeconds: HOUR },
  },
} as const;
type Door = keyof typeof LIMITS;

export interface Attempt {
  readonly target: AttemptSubject;
  readonly network: AttemptSubject;
}

/** @param door what is attempted */
export function attemptAt(
  door: Door,
  by: { readonly target: AttemptTarget; readonly address: string },
  hashSecret: HashSecret,
): Attempt {
  const { target, network } = LIMITS[door];
  return {
    target: { key: `${door}:${targetKey(by.target, hashSecret)}`, ...target },
    network: { key: `${door}:network:${networkOf(by.address)}`, ...network },
  };
}

function targetKey(target: AttemptTarget, hashSecret: HashSecret): string {
  if (target.type === 'account') return `account:${target.id}`;
  // Hashed: people type passwords into the wrong field.
  return `nobody:${Buffer.from(hashSecret(target.identifier)).toString('base64url')}`;
}
