import { instant } from '../../src/domain/clock.ts';
import type { Storage } from '../../src/domain/storage.ts';
import {
  addPersonWithClient,
  newAuthorization,
  NOW,
} from '../../src/storage/conformance/campus.ts';
import type { RunningServer } from './programs.ts';

const REDIRECT_URI = 'https://noticeboard.example/callback';
const CLIENT = { client_id: 'client-id-of-noticeboard', client_secret: 'secret of noticeboard' };
/** Long after these tests, whatever the clock says. */
const LATER = instant(NOW + 1e12);

/** Somebody with a client and as many codes to redeem: `code-0`, `code-1`, … */
export async function storeCodes(storage: Storage, count: number): Promise<void> {
  const parties = await addPersonWithClient(storage);
  for (let number = 0; number < count; number += 1) {
    const authorization = newAuthorization(parties, `code-${number}`);
    const code = { ...authorization.code, redirectUri: REDIRECT_URI, expiresAt: LATER };
    await storage.issueAuthorizationCode({ ...authorization, code });
  }
}

/** Somebody who redeems one code after the other, until told to stop or there is none left. */
export interface Load {
  /** The access tokens that were answered so far. */
  readonly answered: readonly string[];
  stop(): Promise<void>;
}

/** Redeems codes, eight at a time. */
export function redeemCodes({ origin }: RunningServer, count: number): Load {
  const answered: string[] = [];
  let next = 0;
  const stopping = new AbortController();
  async function redeemOneByOne(): Promise<void> {
    while (!stopping.signal.aborted && next < count) {
      const code = `code-${next}`;
      next += 1;
      const answer = await fetch(`${origin}/open_auth/token/`, {
        method: 'POST',
        body: new URLSearchParams({
          ...CLIENT,
          grant_type: 'authorization_code',
          redirect_uri: REDIRECT_URI,
          code,
        }),
      });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${answer.status} ${text}`);
      answered.push((JSON.parse(text) as { readonly access_token: string }).access_token);
    }
  }
  const workers = Array.from({ length: 8 }, redeemOneByOne);
  return {
    answered,
    async stop() {
      stopping.abort();
      await Promise.all(workers);
    },
  };
}

/** How many of these access tokens a server accepts. */
export async function countWorking(
  { origin }: RunningServer,
  tokens: readonly string[],
): Promise<number> {
  let working = 0;
  for (const token of tokens) {
    const answer = await fetch(`${origin}/open_auth/get_user_data/`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await answer.arrayBuffer();
    if (answer.status === 200) working += 1;
  }
  return working;
}
