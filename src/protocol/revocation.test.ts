import { describe, expect, it } from 'vitest';

import {
  campus,
  CLIENT,
  CREDENTIALS,
  OTHER_CLIENT,
  SANDBOX_CREDENTIALS,
  type Campus,
} from './fixtures/campus.ts';
import { answerRevocationRequest } from './revocation.ts';

const INVALID_GRANT = {
  type: 'error',
  error: { code: 'invalid_grant' },
  reason: expect.any(String) as string,
};

async function revoke({ deps }: Campus, parameters: Readonly<Record<string, string>>) {
  const request = {
    parameters: new Map(Object.entries(parameters)),
    authorizationHeader: undefined,
    network: '203.0.113.0/24',
  };
  const { outcome } = await answerRevocationRequest(request, deps);
  return outcome;
}

describe('RFC 7009 §2.1: revoking a token', () => {
  it('ends an access token, and leaves the refresh token', async () => {
    const here = campus();
    const tokens = await here.signIn();
    expect(await revoke(here, { ...CREDENTIALS, token: tokens.access_token })).toEqual({
      type: 'revoked',
    });
    expect(await here.isLive(tokens.access_token)).toBe(false);
    expect(await here.refresh(tokens.refresh_token)).toHaveProperty('type', 'tokens');
  });

  it.each(['refresh_token', 'access_token', 'nonsense'])(
    'ends a refresh token and its access token, with the hint %s',
    async (hint) => {
      const here = campus();
      const tokens = await here.signIn();
      await revoke(here, { ...CREDENTIALS, token: tokens.refresh_token, token_type_hint: hint });
      expect(await here.isLive(tokens.access_token)).toBe(false);
      expect(await here.refresh(tokens.refresh_token)).toEqual(INVALID_GRANT);
    },
  );

  it('does nothing to another client’s token, and does not say so', async () => {
    const here = campus();
    const tokens = await here.signIn();
    const other = { ...CREDENTIALS, client_id: OTHER_CLIENT.clientId };
    for (const token of [tokens.access_token, tokens.refresh_token, 'unknown']) {
      expect(await revoke(here, { ...other, token })).toEqual({ type: 'revoked' });
    }
    expect(await here.isLive(tokens.access_token)).toBe(true);
    expect(await here.refresh(tokens.refresh_token)).toHaveProperty('type', 'tokens');
  });

  it('does nothing to a token of the client’s other environment', async () => {
    const here = campus();
    const live = await here.signIn();
    const sandbox = await here.signIn('sandbox');
    for (const token of [live.access_token, live.refresh_token]) {
      expect(await revoke(here, { ...SANDBOX_CREDENTIALS, token })).toEqual({ type: 'revoked' });
    }
    for (const token of [sandbox.access_token, sandbox.refresh_token]) {
      expect(await revoke(here, { ...CREDENTIALS, token })).toEqual({ type: 'revoked' });
    }
    expect(await here.isLive(live.access_token)).toBe(true);
    expect(await here.isLive(sandbox.access_token)).toBe(true);
    await revoke(here, { ...SANDBOX_CREDENTIALS, token: sandbox.access_token });
    expect(await here.isLive(sandbox.access_token)).toBe(false);
  });

  it('is open to a suspended client', async () => {
    const here = campus();
    const tokens = await here.signIn();
    here.storage.putClient({ ...CLIENT, status: 'suspended' });
    await revoke(here, { ...CREDENTIALS, token: tokens.access_token });
    expect(await here.isLive(tokens.access_token)).toBe(false);
  });

  it.each<Record<string, string>>([{}, { token: '' }, CREDENTIALS])(
    'needs a token before anything else: %j',
    async (parameters) => {
      expect(await revoke(campus(), parameters)).toEqual({
        type: 'error',
        error: { code: 'invalid_request', description: 'Missing token parameter.' },
        reason: 'token-missing',
      });
    },
  );

  it('needs credentials', async () => {
    const here = campus();
    const { access_token: token } = await here.signIn();
    const wrong = { ...CREDENTIALS, client_secret: 'wrong', token };
    expect(await revoke(here, wrong)).toEqual({
      type: 'error',
      error: { code: 'invalid_client' },
      reason: 'client-secret-wrong',
    });
    expect(await here.isLive(token)).toBe(true);
  });
});
