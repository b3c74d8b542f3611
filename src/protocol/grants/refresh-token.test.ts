import { describe, expect, it } from 'vitest';

import {
  ACCOUNT,
  campus,
  CLIENT,
  CREDENTIALS,
  OTHER_CLIENT,
  tokensOf,
} from '../fixtures/campus.ts';

const INVALID_GRANT = {
  type: 'error',
  error: { code: 'invalid_grant' },
  reason: expect.any(String) as string,
};

describe('RFC 6749 §6: a refresh token is exchanged for a new pair', () => {
  it('and the access token issued with it ends at once', async () => {
    const { isLive, refresh, signIn } = campus();
    const first = await signIn();
    const second = tokensOf(await refresh(first.refresh_token));
    expect(second.scope).toBe('read write');
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await isLive(first.access_token)).toBe(false);
    expect(await isLive(second.access_token)).toBe(true);
  });

  it('long after the access token expired', async () => {
    const { advance, refresh, signIn } = campus();
    const { refresh_token: token } = await signIn();
    advance(365 * 86_400);
    expect(await refresh(token)).toHaveProperty('type', 'tokens');
  });

  it('by the client it was issued to, and by no other', async () => {
    const { post, refresh, signIn } = campus();
    const { refresh_token: token } = await signIn();
    const other = { ...CREDENTIALS, client_id: OTHER_CLIENT.clientId };
    expect(await post({ ...other, grant_type: 'refresh_token', refresh_token: token })).toEqual(
      INVALID_GRANT,
    );
    expect(await refresh(token)).toHaveProperty('type', 'tokens');
  });

  it('not for an access token or anything else', async () => {
    const { refresh, signIn } = campus();
    const { access_token: token } = await signIn();
    expect(await refresh(token)).toEqual(INVALID_GRANT);
    expect(await refresh('x')).toEqual(INVALID_GRANT);
  });

  it('not for a deactivated account', async () => {
    const { refresh, signIn, storage } = campus();
    const { refresh_token: token } = await signIn();
    storage.putAccount({ ...ACCOUNT, isActive: false });
    expect(await refresh(token)).toEqual(INVALID_GRANT);
  });

  it.each([
    ['approved', 'tokens'],
    ['suspended', 'error'],
    ['retired', 'error'],
  ] as const)('of a client that is %s meanwhile: %s (ADR 0010)', async (status, type) => {
    const { refresh, signIn, storage } = campus();
    const { refresh_token: token } = await signIn();
    storage.putClient({ ...CLIENT, status });
    expect(await refresh(token)).toHaveProperty('type', type);
  });
});

describe('RFC 6749 §6: the scope of a refresh', () => {
  it('may be narrower, which does not narrow later ones', async () => {
    const { refresh, signIn } = campus();
    const { refresh_token: token } = await signIn();
    const narrowed = tokensOf(await refresh(token, 'read'));
    expect(narrowed.scope).toBe('read');
    expect(tokensOf(await refresh(narrowed.refresh_token)).scope).toBe('read write');
  });

  it('may not be wider, which consumes nothing', async () => {
    const { refresh, signIn } = campus();
    const { refresh_token: token } = await signIn();
    expect(await refresh(token, 'read admin')).toEqual({
      type: 'error',
      error: { code: 'invalid_scope' },
      reason: 'scope-too-wide',
    });
    expect(await refresh(token)).toHaveProperty('type', 'tokens');
  });
});

describe('ADR 0001: a refresh is retried because its answer got lost', () => {
  it('and gets the same answer, byte for byte, for ten seconds', async () => {
    const { advance, isLive, refresh, signIn } = campus();
    const { refresh_token: token } = await signIn();
    const answer = await refresh(token);
    advance(10);
    expect(await refresh(token)).toEqual(answer);
    expect(await isLive(tokensOf(answer).access_token)).toBe(true);
  });

  it('a moment later it is a replay and ends the authorization (RFC 9700 §4.14.2)', async () => {
    const { advance, isLive, refresh, signIn } = campus();
    const { refresh_token: token } = await signIn();
    const answer = tokensOf(await refresh(token));
    advance(10.001);
    expect(await refresh(token)).toEqual(INVALID_GRANT);
    expect(await isLive(answer.access_token)).toBe(false);
    expect(await refresh(answer.refresh_token)).toEqual(INVALID_GRANT);
  });

  it('once the new token was used, it is a replay, however early', async () => {
    const { isLive, refresh, signIn } = campus();
    const { refresh_token: token } = await signIn();
    const second = tokensOf(await refresh(token));
    const third = tokensOf(await refresh(second.refresh_token));
    expect(await refresh(token)).toEqual(INVALID_GRANT);
    expect(await isLive(third.access_token)).toBe(false);
    expect(await refresh(third.refresh_token)).toEqual(INVALID_GRANT);
  });

  it('needs the client’s credentials like any other request', async () => {
    const { post, refresh, signIn } = campus();
    const { refresh_token: token } = await signIn();
    const answer = await refresh(token);
    const retry = { grant_type: 'refresh_token', refresh_token: token };
    expect(await post({ ...CREDENTIALS, ...retry, client_secret: 'wrong' })).toEqual({
      type: 'error',
      error: { code: 'invalid_client' },
      reason: 'client-secret-wrong',
    });
    expect(await post({ ...CREDENTIALS, ...retry, client_id: OTHER_CLIENT.clientId })).toEqual(
      INVALID_GRANT,
    );
    expect(await refresh(token)).toEqual(answer);
  });

  it('two at the same time both get the one new pair', async () => {
    const { isLive, refresh, signIn } = campus();
    const { refresh_token: token } = await signIn();
    const [one, other] = await Promise.all([refresh(token), refresh(token)]);
    expect(one).toEqual(other);
    expect(await isLive(tokensOf(one).access_token)).toBe(true);
  });

  it('other sign-ins of the same person are left alone by a replay', async () => {
    const { advance, isLive, refresh, signIn } = campus();
    const other = await signIn();
    const { refresh_token: token } = await signIn();
    await refresh(token);
    advance(11);
    await refresh(token);
    expect(await isLive(other.access_token)).toBe(true);
  });
});

describe('RFC 9700 §4.14.2: a refresh token that goes unused', () => {
  const DAY = 86_400;

  it('expires when the institution says so, counted from when it was issued', async () => {
    const { advance, expireUnusedAfter, refresh, signIn } = campus();
    expireUnusedAfter(30 * DAY);
    const { refresh_token: first } = await signIn();
    advance(30 * DAY - 1);
    const second = tokensOf(await refresh(first));
    advance(30 * DAY - 1);
    const third = tokensOf(await refresh(second.refresh_token));
    advance(30 * DAY);
    expect(await refresh(third.refresh_token)).toEqual({
      ...INVALID_GRANT,
      reason: 'refresh-token-disused',
    });
  });

  it('takes its authorization along, so that a longer time does not bring it back', async () => {
    const { advance, expireUnusedAfter, refresh, signIn } = campus();
    const { refresh_token: token } = await signIn();
    advance(31 * DAY);
    expireUnusedAfter(30 * DAY);
    expect(await refresh(token)).toHaveProperty('reason', 'refresh-token-disused');
    expireUnusedAfter(90 * DAY);
    expect(await refresh(token)).toHaveProperty('reason', 'authorization-ended');
  });

  it('still has its lost answer given again', async () => {
    const { advance, expireUnusedAfter, refresh, signIn } = campus();
    expireUnusedAfter(DAY);
    const { refresh_token: token } = await signIn();
    advance(DAY - 1);
    const answer = await refresh(token);
    advance(5);
    expect(await refresh(token)).toEqual(answer);
  });
});
