import { pairIn, type Provider } from './provider.ts';
import { type Ledger, newestPair, type SignIn, type Step } from './ledger.ts';

/** What an app can do, and what the answer must and must not be. */
export interface StepContext {
  readonly provider: Provider;
  readonly ledger: Ledger;
  /** Whether the clock of the server may jump: then what is fresh may have expired, and a retry may be too late. */
  readonly clockMayJump: boolean;
}

/**
 * Less than `REFRESH_RETRY_SECONDS` of the installations here, in milliseconds: for so long a refresh that got no
 * answer must get one when it is tried again.
 */
const RETRY_WINDOW = 50_000;

/** Does one step, or tries it again if it is pending, and enters in the ledger what came of it. */
export async function take(step: Step, signIn: SignIn, context: StepContext): Promise<void> {
  const attempt: Attempt = {
    signIn,
    ...context,
    since: signIn.pending?.since ?? performance.now(),
    isRetry: signIn.pending !== undefined,
    wrong: (what) =>
      context.ledger.violations.push(`${step} of ${signIn.code.slice(0, 6)}…: ${what}`),
  };
  signIn.isChanged = true;
  signIn.pending = (await STEPS[step](attempt))
    ? undefined
    : { step: step === 'refresh while revoking' ? 'revoke' : step, since: attempt.since };
}

interface Attempt extends StepContext {
  readonly signIn: SignIn;
  readonly since: number;
  readonly isRetry: boolean;
  readonly wrong: (what: string) => void;
}

/** Answers whether it is known what came of it. */
type Attempting = (attempt: Attempt) => Promise<boolean>;

const STEPS: Readonly<Record<Step, Attempting>> = {
  redeem: async (attempt) => redeem(attempt, 1),
  'redeem twice': async (attempt) => redeem(attempt, 2),
  refresh: async (attempt) => refresh(attempt, 1),
  'refresh twice': async (attempt) => refresh(attempt, 2),
  'refresh while revoking': refreshWhileRevoking,
  revoke,
  'revoke access token': revokeAccessToken,
  'replay code': replayCode,
  'replay refresh token': replayRefreshToken,
};

/** RFC 6749 §4.1.2: of however many attempts at most one succeeds, and any other ends what it yielded. */
async function redeem(attempt: Attempt, times: number): Promise<boolean> {
  const { signIn, provider, ledger, wrong } = attempt;
  const answers = await atOnce(times, async () => provider.redeem(signIn.code));
  const answered = answers.filter((answer) => answer !== undefined);
  const pairs = answered
    .map((answer) => pairIn(answer, ledger))
    .filter((pair) => pair !== undefined);
  signIn.pairs.push(...pairs);
  if (signIn.pairs.length > 1) wrong('the code was redeemed twice');
  if (answered.length > pairs.length) {
    const isLost = answered.length === times && pairs.length === 0 && !attempt.isRetry;
    if (isLost && !attempt.clockMayJump) wrong('a fresh code was refused');
    signIn.state = isLost && attempt.clockMayJump ? 'expired' : 'over';
    return true;
  }
  if (answered.length < times) return false;
  signIn.state = 'live';
  return true;
}

/** RFC 6749 §6 and ADR 0001: however often it is asked at once, there is one new pair. */
async function refresh(attempt: Attempt, times: number): Promise<boolean> {
  const { signIn, provider, ledger, wrong } = attempt;
  const token = newestPair(signIn)?.refresh_token ?? '';
  const answers = await atOnce(times, async () => provider.refresh(token));
  const answered = answers.filter((answer) => answer !== undefined);
  const pairs = answered
    .map((answer) => pairIn(answer, ledger))
    .filter((pair) => pair !== undefined);
  const [pair, other] = pairs;
  if (pair !== undefined) signIn.pairs.push(pair);
  if (other !== undefined && other.refresh_token !== pair?.refresh_token) {
    wrong('two pairs for one refresh token');
  }
  if (answered.length > pairs.length) {
    const isInTime = performance.now() - attempt.since < RETRY_WINDOW;
    if (isInTime && !attempt.clockMayJump) wrong('a live refresh token was refused');
    signIn.state = 'over';
    return true;
  }
  return pair !== undefined;
}

/** RFC 7009 §2.1: whichever comes first, nothing is left. */
async function refreshWhileRevoking(attempt: Attempt): Promise<boolean> {
  const { signIn, provider, ledger } = attempt;
  const token = newestPair(signIn)?.refresh_token ?? '';
  const [refreshed, isRevoked] = await Promise.all([provider.refresh(token), revoke(attempt)]);
  const pair = refreshed && pairIn(refreshed, ledger);
  if (pair !== undefined) signIn.pairs.push(pair);
  return isRevoked;
}

async function revoke({ signIn, provider, wrong }: Attempt): Promise<boolean> {
  const answer = await provider.revoke(newestPair(signIn)?.refresh_token ?? '');
  if (answer === undefined) return false;
  if (answer.status !== 200) wrong(`${answer.status} ${answer.body}`);
  signIn.state = 'over';
  return true;
}

async function revokeAccessToken({ signIn, provider, wrong }: Attempt): Promise<boolean> {
  const token = newestPair(signIn)?.access_token ?? '';
  const answer = await provider.revoke(token);
  if (answer === undefined) return false;
  if (answer.status !== 200) wrong(`${answer.status} ${answer.body}`);
  signIn.revoked.add(token);
  return true;
}

async function replayCode({ signIn, provider, ledger, wrong }: Attempt): Promise<boolean> {
  const answer = await provider.redeem(signIn.code);
  if (answer === undefined) return false;
  if (pairIn(answer, ledger) !== undefined) wrong('the code was redeemed twice');
  signIn.state = 'over';
  return true;
}

/** RFC 9700 §4.14.2: of a token whose successor was used already. */
async function replayRefreshToken(attempt: Attempt): Promise<boolean> {
  const { signIn, provider, ledger, wrong } = attempt;
  const answer = await provider.refresh(signIn.pairs.at(-3)?.refresh_token ?? '');
  if (answer === undefined) return false;
  if (pairIn(answer, ledger) !== undefined) wrong('a spent refresh token was accepted');
  signIn.state = 'over';
  return true;
}

async function atOnce<Result>(times: number, call: () => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: times }, call));
}
