import { type Ledger, newestPair, type Settled, type SignIn } from './ledger.ts';
import type { Provider } from './provider.ts';
import { take } from './steps.ts';

/** How many are looked at at the same time. */
const AT_ONCE = 24;

/**
 * Holds the ledger against a server that must be well again: every token that was answered works unless its end was
 * answered, and nothing works whose end was. What is wrong is added to the ledger's violations.
 * @param which `changed`: only sign-ins with which something happened since they were last checked
 */
export async function checkInvariants(
  provider: Provider,
  ledger: Ledger,
  which: 'changed' | 'all' = 'all',
): Promise<void> {
  const signIns = ledger.signIns.filter(({ isChanged }) => which === 'all' || isChanged);
  await forEach(signIns, async (signIn) => {
    await checkSignIn(signIn, provider, ledger);
    signIn.isChanged = false;
  });
}

/** Brings what is pending to its end, and proves that every live refresh token still yields a pair; then checks all. */
export async function checkToTheEnd(
  provider: Provider,
  ledger: Ledger,
  { clockMayJump = false } = {},
): Promise<void> {
  const context = { provider, ledger, clockMayJump };
  await forEach(ledger.signIns, async (signIn) => {
    if (signIn.pending !== undefined) await take(signIn.pending.step, signIn, context);
    else if (signIn.state === 'code') await take('redeem', signIn, context);
    if (signIn.state === 'live') await take('refresh', signIn, context);
    if (signIn.pending !== undefined) ledger.violations.push('not served although all is well');
  });
  await checkInvariants(provider, ledger);
}

async function checkSignIn(signIn: SignIn, provider: Provider, ledger: Ledger): Promise<void> {
  const newest = newestPair(signIn);
  const wrong = (what: string): void => {
    const { code, state, pending } = signIn;
    const where = `${code.slice(0, 6)}… (${state}, pending: ${pending?.step ?? 'nothing'})`;
    ledger.violations.push(`${where}: ${what}`);
  };

  for (const { access_token: token } of signIn.pairs) {
    const hasEnded =
      token !== newest?.access_token || signIn.state === 'over' || signIn.revoked.has(token);
    const isKnown = signIn.pending === undefined && signIn.state === 'live';
    if (!hasEnded && !isKnown) continue;
    const problem = problemOf(await provider.readData(token), hasEnded ? null : signIn.username);
    if (problem !== undefined) wrong(problem);
  }
  if (signIn.state !== 'over') return;
  for (const answer of [
    newest && (await provider.refresh(newest.refresh_token)),
    await provider.redeem(signIn.code),
  ]) {
    if (answer?.status === 200) wrong('what was ended yields tokens again');
  }
}

/** @param expected whose data is to be answered; null: none, because the token has ended */
function problemOf(answer: Settled | undefined, expected: string | null): string | undefined {
  if (answer === undefined) return 'not served although all is well';
  if (expected === null) {
    return answer.status === 401 ? undefined : `an ended token is answered ${answer.status}`;
  }
  if (answer.status !== 200) return `an answered token is lost: ${answer.status}`;
  const isTheirs = answer.body.includes(`"username":"${expected}"`);
  return isTheirs ? undefined : `the data of somebody else: ${answer.body}`;
}

async function forEach<Item>(
  items: readonly Item[],
  look: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of queue) await look(item);
    }),
  );
}
