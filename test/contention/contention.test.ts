import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { AuthorizationId } from '../../src/domain/authorization.ts';
import { addSeconds, instant } from '../../src/domain/clock.ts';
import {
  addPersonWithClient,
  atOnce,
  hash,
  newAuthorization,
} from '../../src/storage/conformance/campus.ts';
import { type Tokens, tokensOf } from '../support/provider-client.ts';
import { rawRequest, type RawResponse } from '../support/raw-request.ts';
import { type Fleet, startFleet } from './fleet.ts';

/** Four processes on one database, and five hundred clients who all want the same at the same moment. */

const CLIENTS = 500;
const ROUNDS = [1, 2, 3];
const CREDENTIALS = {
  client_id: 'client-id-of-noticeboard',
  client_secret: 'secret of noticeboard',
};

let fleet: Fleet;
let parties: Awaited<ReturnType<typeof addPersonWithClient>>;
beforeAll(async () => {
  // Longer than five hundred requests take on any machine; a test that needs it to be over moves the past.
  fleet = await startFleet({ REFRESH_RETRY_SECONDS: '60' });
  parties = await addPersonWithClient(fleet.database.storage);
});
afterAll(async () => fleet.stop());

/**
 * Asks as clients do: who is told that the database is busy comes again.
 * @param index of the client; its neighbours ask other processes
 */
async function post(
  index: number,
  endpoint: 'token' | 'revoke_token',
  parameters: Readonly<Record<string, string>>,
): Promise<RawResponse> {
  const origin = fleet.origins[index % fleet.origins.length]!;
  const form = { ...CREDENTIALS, ...parameters };
  for (;;) {
    const answer = await rawRequest(origin, `POST /open_auth/${endpoint}/`, { form });
    if (answer.status !== 503) return answer;
  }
}

const redeem = async (index: number, code: string): Promise<RawResponse> =>
  post(index, 'token', {
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'https://noticeboard.example/callback',
  });

const refresh = async (index: number, token: string): Promise<RawResponse> =>
  post(index, 'token', { grant_type: 'refresh_token', refresh_token: token });

/** What each process answers to whoever reads the person's data. */
async function reading({ access_token: token }: Tokens): Promise<readonly number[]> {
  const headers = { authorization: `Bearer ${token}` };
  const answers = fleet.origins.map(async (origin) =>
    rawRequest(origin, 'GET /open_auth/get_user_data/', { headers }),
  );
  return (await Promise.all(answers)).map(({ status }) => status);
}

const EVERYWHERE = { refused: [401, 401, 401, 401], served: [200, 200, 200, 200] };

async function issueCode(code: string): Promise<AuthorizationId> {
  const now = instant(Date.now());
  const { code: issued, ...authorization } = newAuthorization(parties, code);
  return fleet.database.storage.issueAuthorizationCode({
    ...authorization,
    createdAt: now,
    code: { ...issued, expiresAt: addSeconds(now, 600) },
  });
}

/** The first tokens of a new authorization. */
async function signedIn(name: string): Promise<{ readonly id: AuthorizationId; tokens: Tokens }> {
  const id = await issueCode(name);
  return { id, tokens: tokensOf(await redeem(0, name)) };
}

/** How many tokens of an authorization are stored. */
async function storedTokens(id: AuthorizationId) {
  const tables = await fleet.database.tables();
  const count = (table: string): number =>
    tables.get(table)!.filter((row) => Number(row['authorization_id']) === id).length;
  return { access: count('access_token'), refresh: count('refresh_token') };
}

const withStatus = (answers: readonly RawResponse[], status: number): readonly RawResponse[] =>
  answers.filter((answer) => answer.status === status);

/** What 400 says here; whatever else is answered is a failure. */
const REFUSAL = '{"error": "invalid_grant"}';

function expectRefused(answers: readonly RawResponse[]): void {
  expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(
    new Set(answers.length === 0 ? [] : [`400 ${REFUSAL}`]),
  );
}

describe('one code that everybody presents', () => {
  it.each(ROUNDS)('is redeemed once, and then not even its tokens live (%s)', async (round) => {
    const id = await issueCode(`code ${round}`);
    const answers = await atOnce(CLIENTS, async (index) => redeem(index, `code ${round}`));

    const winners = withStatus(answers, 200);
    expect(winners).toHaveLength(1);
    expectRefused(answers.filter((answer) => answer !== winners[0]));
    // RFC 6749 §4.1.2: used more than once, it takes what was issued with it along.
    const tokens = tokensOf(winners[0]!);
    expect(await reading(tokens)).toEqual(EVERYWHERE.refused);
    expectRefused([await refresh(1, tokens.refresh_token)]);
    expect((await storedTokens(id)).refresh).toBe(1);
  });
});

describe('one refresh token that everybody presents', () => {
  it.each(ROUNDS)('is rotated once, and everybody gets the same answer (%s)', async (round) => {
    const { id, tokens } = await signedIn(`shared ${round}`);
    const answers = await atOnce(CLIENTS, async (index) => refresh(index, tokens.refresh_token));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await storedTokens(id)).toEqual({ access: 1, refresh: 2 });
    expect(await reading(tokens)).toEqual(EVERYWHERE.refused);
    expect(await reading(tokensOf(answers[0]!))).toEqual(EVERYWHERE.served);
  });

  it.each(ROUNDS)('takes every descendant along when it is replayed later (%s)', async (round) => {
    const { tokens } = await signedIn(`stolen ${round}`);
    const second = tokensOf(await refresh(1, tokens.refresh_token));
    await later(tokens);

    // Whoever holds the newest token goes on at the very moment when others replay the old one.
    const answers = await atOnce(CLIENTS, async (index) =>
      refresh(index, index % 2 === 0 ? tokens.refresh_token : second.refresh_token),
    );
    expectRefused(answers.filter((_answer, index) => index % 2 === 0));
    const descendants = answers.filter(({ status }) => status === 200).map(tokensOf);
    expect(new Set(descendants.map((pair) => pair.refresh_token)).size).toBeLessThanOrEqual(1);
    expectRefused(answers.filter(({ status }) => status !== 200));
    for (const pair of [second, ...descendants.slice(0, 1)]) {
      expect(await reading(pair)).toEqual(EVERYWHERE.refused);
      expectRefused(await atOnce(4, async (index) => refresh(index, pair.refresh_token)));
    }
  });
});

describe('a revocation among refreshes', () => {
  it.each(ROUNDS)('ends everything, whoever was first (%s)', async (round) => {
    const { tokens } = await signedIn(`ended ${round}`);
    let revoked = false;
    const afterwards: RawResponse[] = [];
    const answers = await atOnce(CLIENTS, async (index) => {
      if (index !== Math.floor(CLIENTS / 2)) return refresh(index, tokens.refresh_token);
      const answer = await post(index, 'revoke_token', { token: tokens.refresh_token });
      revoked = true;
      // Asked after the revocation was answered, while the others are still being answered.
      afterwards.push(...(await atOnce(4, async (other) => refresh(other, tokens.refresh_token))));
      return answer;
    });

    expect(revoked).toBe(true);
    expect(afterwards).toHaveLength(4);
    expectRefused(afterwards);
    const refreshes = answers.filter((_answer, index) => index !== Math.floor(CLIENTS / 2));
    expectRefused(refreshes.filter(({ status }) => status !== 200));
    const descendants = withStatus(refreshes, 200).map(tokensOf);
    expect(new Set(descendants.map((pair) => pair.refresh_token)).size).toBeLessThanOrEqual(1);
    for (const pair of [tokens, ...descendants.slice(0, 1)]) {
      expect(await reading(pair)).toEqual(EVERYWHERE.refused);
      expectRefused([await refresh(round, pair.refresh_token)]);
    }
  });
});

/** As if the rotation of these tokens were an hour ago. */
async function later({ refresh_token: token }: Tokens): Promise<void> {
  const spent = (await fleet.database.tables())
    .get('refresh_token')!
    .find((row) => Buffer.from(row['hash'] as Uint8Array).equals(hash(token)));
  const hourAgo = Number(spent!['rotated_at']) - 3_600_000;
  await fleet.database.execute(
    `UPDATE refresh_token SET rotated_at = ${hourAgo}
     WHERE rotated_at = ${String(spent!['rotated_at'])}
       AND authorization_id = ${String(spent!['authorization_id'])}`,
  );
}
