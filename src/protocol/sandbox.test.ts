import { describe, expect, it } from 'vitest';

import { authenticateBearer } from './bearer-token.ts';
import {
  campus,
  CLIENT,
  codeGrant,
  CREDENTIALS,
  SANDBOX_CLIENT,
  SANDBOX_CREDENTIALS,
  SYNTHETIC,
  tokensOf,
} from './fixtures/campus.ts';

/** ADR 0008: what belongs to one environment is as foreign to the other as what belongs to another client. */

const INVALID_GRANT = {
  type: 'error',
  error: { code: 'invalid_grant' },
  reason: expect.any(String) as string,
};
const OF_LIVE = { credentials: CREDENTIALS, client: CLIENT, environment: 'live' } as const;
const OF_SANDBOX = {
  credentials: SANDBOX_CREDENTIALS,
  client: SANDBOX_CLIENT,
  environment: 'sandbox',
} as const;

describe.each([
  { own: OF_LIVE, other: OF_SANDBOX },
  { own: OF_SANDBOX, other: OF_LIVE },
])('a code of $own.environment', ({ own, other }) => {
  it('is invalid_grant with the other credentials, and still works with its own', async () => {
    const { newCode, post } = campus();
    const code = await newCode({ client: own.client });
    expect(await post({ ...other.credentials, ...codeGrant(code) })).toEqual(INVALID_GRANT);
    expect(await post({ ...own.credentials, ...codeGrant(code) })).toHaveProperty('type', 'tokens');
  });

  it('replayed with the other credentials ends nothing', async () => {
    const { newCode, post, isLive } = campus();
    const code = await newCode({ client: own.client });
    const tokens = tokensOf(await post({ ...own.credentials, ...codeGrant(code) }));
    expect(await post({ ...other.credentials, ...codeGrant(code) })).toEqual(INVALID_GRANT);
    expect(await isLive(tokens.access_token)).toBe(true);
  });

  it('raced for with both credentials goes to its own', async () => {
    const { newCode, post } = campus();
    const code = await newCode({ client: own.client });
    const outcomes = await Promise.all(
      [other, own, other, other].map(async ({ credentials }) =>
        post({ ...credentials, ...codeGrant(code) }),
      ),
    );
    expect(outcomes.map(({ type }) => type)).toEqual(['error', 'tokens', 'error', 'error']);
  });
});

describe.each([
  { own: OF_LIVE, other: OF_SANDBOX },
  { own: OF_SANDBOX, other: OF_LIVE },
])('a refresh token of $own.environment', ({ own, other }) => {
  it('is invalid_grant with the other credentials, spent or not, and ends nothing', async () => {
    const { signIn, post } = campus();
    const first = await signIn(own.environment);
    const grant = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
    expect(await post({ ...other.credentials, ...grant })).toEqual(INVALID_GRANT);
    const second = tokensOf(await post({ ...own.credentials, ...grant }));
    expect(await post({ ...other.credentials, ...grant })).toEqual(INVALID_GRANT);
    const next = { grant_type: 'refresh_token', refresh_token: second.refresh_token };
    expect(await post({ ...own.credentials, ...next })).toHaveProperty('type', 'tokens');
  });
});

describe('an access token of the sandbox', () => {
  it('reads a synthetic person, before the client is approved', async () => {
    const { signIn, deps, storage } = campus();
    storage.putClient({ ...SANDBOX_CLIENT, status: 'in-review', approvedClaims: [] });
    const { access_token: token } = await signIn('sandbox');
    expect(await authenticateBearer(`Bearer ${token}`, deps)).toMatchObject({
      type: 'access',
      access: { account: SYNTHETIC, client: { environment: 'sandbox' } },
    });
  });

  it.each([
    ['the sandbox is switched off', { sandboxIsOn: false }, SANDBOX_CLIENT],
    [
      'the client is suspended',
      { sandboxIsOn: true },
      { ...SANDBOX_CLIENT, status: 'suspended' } as const,
    ],
  ])('reads nothing when %s, and nothing new is issued', async (_why, policy, client) => {
    const here = campus();
    const { access_token: token, refresh_token } = await here.signIn('sandbox');
    const code = await here.newCode({ client: SANDBOX_CLIENT });
    here.storage.putClient(client);
    expect(await authenticateBearer(`Bearer ${token}`, { ...here.deps, ...policy })).toMatchObject({
      type: 'refused',
      reason: 'invalid',
    });
    for (const grant of [codeGrant(code), { grant_type: 'refresh_token', refresh_token }]) {
      expect(
        await here.post({ ...SANDBOX_CREDENTIALS, ...grant }, undefined, policy),
      ).toMatchObject({
        type: 'error',
        error: {
          code: 'invalid_grant',
          description: 'The sandbox is switched off, or the app is suspended.',
        },
      });
    }
  });

  it('goes on when live is not approved any more, and live when the sandbox is off', async () => {
    const here = campus();
    const live = await here.signIn();
    const off = { ...here.deps, sandboxIsOn: false };
    expect(await authenticateBearer(`Bearer ${live.access_token}`, off)).toHaveProperty(
      'type',
      'access',
    );
  });
});
