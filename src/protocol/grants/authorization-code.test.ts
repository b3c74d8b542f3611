import { describe, expect, it } from 'vitest';

import type { ClientInEnvironment } from '../../domain/client.ts';
import {
  ACCOUNT,
  campus,
  CLIENT,
  codeGrant,
  CREDENTIALS,
  OTHER_CLIENT,
  REDIRECT_URI,
  tokensOf,
} from '../fixtures/campus.ts';
import { tokenErrorBody } from '../oauth-error.ts';
import type { TokenOutcome } from './grant.ts';

const INVALID_GRANT = {
  type: 'error',
  error: { code: 'invalid_grant' },
  reason: expect.any(String) as string,
};
const MISMATCH = '{"error": "invalid_request", "error_description": "Mismatching redirect URI."}';
const OTHER_URI = 'https://app.example/other';
const TWO_URIS: ClientInEnvironment = { ...CLIENT, redirectUris: [REDIRECT_URI, OTHER_URI] };

const errorOf = (outcome: TokenOutcome): string | undefined =>
  outcome.type === 'error' ? tokenErrorBody(outcome.error) : undefined;

describe('RFC 6749 §4.1.3 and §4.1.4: a code is exchanged for tokens', () => {
  it('with exactly this body', async () => {
    const { newCode, post } = campus();
    const outcome = await post({ ...CREDENTIALS, ...codeGrant(await newCode()) });
    expect(outcome).toEqual({
      type: 'tokens',
      body: expect.stringMatching(
        /^\{"access_token": "[A-Za-z0-9]{30}", "expires_in": 36000, "token_type": "Bearer", "scope": "read write", "refresh_token": "[A-Za-z0-9]{30}"\}$/u,
      ),
    });
  });

  it('ignoring what it does not know, scope and a verifier nobody asked for included', async () => {
    const { newCode, post } = campus();
    const extra = { redirect_url: 'x', state: 'y', _csrf: 'z', scope: 'admin', code_verifier: 'v' };
    const outcome = await post({ ...CREDENTIALS, ...codeGrant(await newCode()), ...extra });
    expect(tokensOf(outcome).scope).toBe('read write');
  });

  it('until it is 60 seconds old', async () => {
    const { advance, newCode, post } = campus();
    const early = await newCode();
    const late = await newCode();
    advance(59.999);
    expect(await post({ ...CREDENTIALS, ...codeGrant(early) })).toHaveProperty('type', 'tokens');
    advance(0.001);
    expect(await post({ ...CREDENTIALS, ...codeGrant(late) })).toEqual(INVALID_GRANT);
  });

  it('by the client it was issued to, and by no other', async () => {
    const { newCode, post } = campus();
    const code = await newCode({ client: OTHER_CLIENT });
    expect(await post({ ...CREDENTIALS, ...codeGrant(code) })).toEqual(INVALID_GRANT);
    const other = { ...CREDENTIALS, client_id: OTHER_CLIENT.clientId };
    expect(await post({ ...other, ...codeGrant(code) })).toHaveProperty('type', 'tokens');
  });

  it('while the account is active', async () => {
    const { newCode, post, storage } = campus();
    const code = await newCode();
    storage.putAccount({ ...ACCOUNT, isActive: false });
    expect(await post({ ...CREDENTIALS, ...codeGrant(code) })).toEqual(INVALID_GRANT);
  });

  it('also while a change of what the client asks for is in review (ADR 0010)', async () => {
    const { newCode, post, storage } = campus();
    const code = await newCode();
    storage.putClient({ ...CLIENT, revision: 2, revisionState: 'in-review' });
    expect(await post({ ...CREDENTIALS, ...codeGrant(code) })).toHaveProperty('type', 'tokens');
  });
});

describe('RFC 6749 §4.1.3: the redirect URI is the one of the authorization request', () => {
  it.each([`${REDIRECT_URI}/`, 'HTTPS://app.example/callback', OTHER_URI, ''])(
    '%j is not, and the code still works afterwards',
    async (redirectUri) => {
      const { newCode, post } = campus(TWO_URIS);
      const code = await newCode();
      const wrong = { ...CREDENTIALS, ...codeGrant(code), redirect_uri: redirectUri };
      expect(errorOf(await post(wrong))).toBe(MISMATCH);
      expect(await post({ ...CREDENTIALS, ...codeGrant(code) })).toHaveProperty('type', 'tokens');
    },
  );

  const withoutUri = (code: string) => ({
    ...CREDENTIALS,
    grant_type: 'authorization_code',
    code,
  });

  it('may be left out by a client that has one', async () => {
    const { newCode, post } = campus();
    expect(await post(withoutUri(await newCode()))).toHaveProperty('type', 'tokens');
  });

  it('may not be left out by a client that has several', async () => {
    const { newCode, post } = campus(TWO_URIS);
    expect(errorOf(await post(withoutUri(await newCode())))).toBe(
      '{"error": "invalid_request", "error_description": "Missing redirect URI."}',
    );
  });

  it('may not be left out when the one registered now is another', async () => {
    const { newCode, post, storage } = campus();
    const code = await newCode();
    storage.putClient({ ...CLIENT, redirectUris: [OTHER_URI] });
    expect(errorOf(await post(withoutUri(code)))).toBe(MISMATCH);
  });
});

describe('RFC 7636 §4.6: a code with a challenge', () => {
  const verifier = 'v'.repeat(43);
  const codeChallenge = { method: 'plain', challenge: verifier } as const;

  it('needs its verifier, and failing consumes nothing', async () => {
    const { newCode, post } = campus();
    const code = await newCode({ codeChallenge });
    const body = { ...CREDENTIALS, ...codeGrant(code) };
    expect(errorOf(await post(body))).toBe(
      '{"error": "invalid_request", "error_description": "Code verifier required."}',
    );
    expect(await post({ ...body, code_verifier: 'w'.repeat(43) })).toEqual(INVALID_GRANT);
    expect(await post({ ...body, code_verifier: '' })).toEqual(INVALID_GRANT);
    expect(await post({ ...body, code_verifier: verifier })).toHaveProperty('type', 'tokens');
  });
});

describe('RFC 6749 §4.1.2: a code is redeemed once', () => {
  it('and a replay ends the tokens that came of it', async () => {
    const { isLive, newCode, post, refresh } = campus();
    const code = await newCode();
    const tokens = tokensOf(await post({ ...CREDENTIALS, ...codeGrant(code) }));
    expect(await isLive(tokens.access_token)).toBe(true);

    expect(await post({ ...CREDENTIALS, ...codeGrant(code) })).toEqual(INVALID_GRANT);
    expect(await isLive(tokens.access_token)).toBe(false);
    expect(await refresh(tokens.refresh_token)).toEqual(INVALID_GRANT);
  });

  it('a replay long after it expired is one too', async () => {
    const { advance, isLive, newCode, post } = campus();
    const code = await newCode();
    const tokens = tokensOf(await post({ ...CREDENTIALS, ...codeGrant(code) }));
    advance(3600);
    expect(await post({ ...CREDENTIALS, ...codeGrant(code) })).toEqual(INVALID_GRANT);
    expect(await isLive(tokens.access_token)).toBe(false);
  });

  it('but another client cannot end them', async () => {
    const { isLive, newCode, post } = campus();
    const code = await newCode();
    const tokens = tokensOf(await post({ ...CREDENTIALS, ...codeGrant(code) }));
    const other = { ...CREDENTIALS, client_id: OTHER_CLIENT.clientId };
    expect(await post({ ...other, ...codeGrant(code) })).toEqual(INVALID_GRANT);
    expect(await isLive(tokens.access_token)).toBe(true);
  });

  it('of two at the same time at most one gets tokens', async () => {
    const { newCode, post } = campus();
    const body = { ...CREDENTIALS, ...codeGrant(await newCode()) };
    const outcomes = await Promise.all([post(body), post(body)]);
    expect(outcomes.map((outcome) => outcome.type).toSorted()).toEqual(['error', 'tokens']);
  });
});
