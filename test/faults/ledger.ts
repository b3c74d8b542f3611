import type { Tokens } from '../support/provider-client.ts';
import type { Answer } from './http-client.ts';

/** What an app does with a sign-in; each is tried again until it is answered. */
export type Step =
  | 'redeem'
  | 'redeem twice'
  | 'refresh'
  | 'refresh twice'
  | 'refresh while revoking'
  | 'revoke'
  | 'revoke access token'
  | 'replay code'
  | 'replay refresh token';

/** One sign-in of a person to the app, as the app knows it: only what was answered. */
export interface SignIn {
  readonly username: string;
  readonly code: string;
  /** Every pair that was answered, first to last; of all but the last the access token has ended. */
  readonly pairs: Tokens[];
  /** Access tokens whose own revocation was answered. */
  readonly revoked: Set<string>;
  /**
   * `over`: its end was answered, and nothing of it may be accepted from then on.
   * `expired`: its code was refused unused, because a clock jumped; should it jump back, the code may be used yet.
   */
  state: 'code' | 'live' | 'over' | 'expired';
  /** What was asked for and got no answer: whether it was done is not known. */
  pending: { readonly step: Step; readonly since: number } | undefined;
  /** Whether something happened to it since it was last checked. */
  isChanged: boolean;
}

/** What was answered, and what of it cannot be. */
export interface Ledger {
  readonly signIns: SignIn[];
  /** What must not be, in words; an empty list is what every scenario ends with. */
  readonly violations: string[];
  /** How many requests were answered, refused with 503, and cut. */
  readonly counts: { answered: number; unavailable: number; cut: number };
  /** Of each request: an answer that may be believed; undefined: what was asked for may have been done or not. */
  settle(question: string, answer: Answer): Settled | undefined;
}

export type Settled = Extract<Answer, { readonly type: 'answered' }>;

export function openLedger(): Ledger {
  const violations: string[] = [];
  const counts = { answered: 0, unavailable: 0, cut: 0 };
  return {
    signIns: [],
    violations,
    counts,
    settle(question, answer) {
      switch (answer.type) {
        case 'hung':
          violations.push(`${question}: no answer within the patience of a client`);
          return undefined;
        case 'cut':
          counts.cut += 1;
          return undefined;
        case 'answered':
          if (answer.status < 500) {
            counts.answered += 1;
            return answer;
          }
          counts.unavailable += 1;
          if (answer.status !== 503 || answer.headers['retry-after'] === undefined) {
            violations.push(
              `${question}: ${answer.status} without Retry-After: ${answer.body.slice(0, 200)}`,
            );
          }
          return undefined;
      }
    },
  };
}

/** Whether an app still does something with it. */
export function goesOn({ state }: SignIn): boolean {
  return state === 'code' || state === 'live';
}

/** The pair that an app would use now. */
export function newestPair(signIn: SignIn): Tokens | undefined {
  return signIn.pairs.at(-1);
}
