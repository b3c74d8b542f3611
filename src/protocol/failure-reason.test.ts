import { describe, expect, it } from 'vitest';

import { addSeconds } from '../domain/clock.ts';
import type { FailureReason } from '../domain/failure-reason.ts';
import { authenticateBearer } from './bearer-token.ts';
import {
  ACCOUNT,
  type Campus,
  campus,
  CLIENT,
  codeGrant,
  CREDENTIALS,
  NOW,
  OTHER_CLIENT,
  SANDBOX_CLIENT,
} from './fixtures/campus.ts';
import type { TokenOutcome } from './grants/grant.ts';
import { answerTokenRequest } from './token-endpoint.ts';

/** Beside the public error, every failure says exactly why; the RFCs' error codes say only what may be told to anybody. */

function reasonOf(outcome: TokenOutcome): FailureReason | undefined {
  return outcome.type === 'error' ? outcome.reason : undefined;
}

const CHALLENGE = { method: 'plain', challenge: 'v'.repeat(43) } as const;
type Post = (here: Campus, code: string) => Promise<TokenOutcome>;
const post =
  (changes: Readonly<Record<string, string>>): Post =>
  async (here, code) =>
    here.post({ ...CREDENTIALS, ...codeGrant(code), ...changes });

describe('why a code was not exchanged', () => {
  const cases: readonly (readonly [FailureReason, Post])[] = [
    ['client-unknown', post({ client_id: 'unknown' })],
    ['client-secret-wrong', post({ client_secret: 'wrong' })],
    ['client-secret-missing', post({ client_secret: '' })],
    ['client-id-missing', async (here, code) => here.post(codeGrant(code))],
    ['grant-type-unsupported', post({ grant_type: 'device_code' })],
    ['grant-type-not-offered', post({ grant_type: 'password' })],
    [
      'code-missing',
      async (here) => here.post({ ...CREDENTIALS, grant_type: 'authorization_code' }),
    ],
    ['code-unknown', post({ code: 'unknown' })],
    ['code-of-another-client', post({ client_id: OTHER_CLIENT.clientId })],
    ['redirect-uri-mismatch', post({ redirect_uri: 'https://app.example/other' })],
    [
      'code-expired',
      async (here, code) => {
        here.advance(60);
        return post({})(here, code);
      },
    ],
    [
      'code-replayed',
      async (here, code) => {
        await post({})(here, code);
        return post({})(here, code);
      },
    ],
    [
      'account-inactive',
      async (here, code) => {
        here.storage.putAccount({ ...ACCOUNT, isActive: false });
        return post({})(here, code);
      },
    ],
    [
      'client-suspended',
      async (here, code) => {
        here.storage.putClient({ ...CLIENT, status: 'suspended' });
        return post({})(here, code);
      },
    ],
    [
      'client-not-approved',
      async (here, code) => {
        here.storage.putClient({ ...CLIENT, status: 'rejected' });
        return post({})(here, code);
      },
    ],
    [
      'client-secret-expired',
      async (here, code) => {
        const [secret] = CLIENT.secrets;
        here.storage.putClient({
          ...CLIENT,
          secrets: [{ ...secret!, expiresAt: addSeconds(NOW, -1) }],
        });
        return post({})(here, code);
      },
    ],
    [
      'redirect-uri-missing',
      async (here, code) => {
        const redirectUris = [...CLIENT.redirectUris, 'https://app.example/other'] as const;
        here.storage.putClient({ ...CLIENT, redirectUris });
        return here.post({ ...CREDENTIALS, grant_type: 'authorization_code', code });
      },
    ],
  ];

  it.each(cases)('%s', async (reason, attempt) => {
    const here = campus();
    const code = await here.newCode();
    expect(reasonOf(await attempt(here, code))).toBe(reason);
  });

  it.each([
    ['pkce-verifier-missing', {}],
    ['pkce-verifier-wrong', { code_verifier: 'w'.repeat(43) }],
  ] as const)('%s', async (reason, changes) => {
    const here = campus();
    const code = await here.newCode({ codeChallenge: CHALLENGE });
    expect(reasonOf(await post(changes)(here, code))).toBe(reason);
  });

  it('is told to whom the request named, even with a wrong secret', async () => {
    const { deps } = campus();
    const parameters = new Map(
      Object.entries({ ...CREDENTIALS, client_secret: 'wrong', ...codeGrant('any') }),
    );
    const request = { parameters, authorizationHeader: undefined, network: 'unknown' };
    expect((await answerTokenRequest(request, deps)).client?.number).toBe(CLIENT.number);
  });
});

describe('why a refresh failed', () => {
  it('the token is unknown, another client’s, asks for too much, or was used before', async () => {
    const here = campus();
    const { refresh_token: token } = await here.signIn();
    const stolen = { ...CREDENTIALS, client_id: OTHER_CLIENT.clientId };
    const grant = { grant_type: 'refresh_token', refresh_token: token };
    expect(reasonOf(await here.refresh('unknown'))).toBe('refresh-token-unknown');
    expect(reasonOf(await here.post({ ...stolen, ...grant }))).toBe(
      'refresh-token-of-another-client',
    );
    expect(reasonOf(await here.refresh(token, 'admin'))).toBe('scope-too-wide');
    await here.refresh(token);
    here.advance(11);
    expect(reasonOf(await here.refresh(token))).toBe('refresh-token-replayed');
    expect(reasonOf(await here.refresh(token))).toBe('authorization-ended');
  });
});

describe('why an access token is refused', () => {
  it('in the sandbox: it is switched off', async () => {
    const here = campus();
    const { access_token: token } = await here.signIn('sandbox');
    const off = { ...here.deps, sandboxIsOn: false };
    expect(await authenticateBearer(`Bearer ${token}`, off)).toMatchObject({
      failure: {
        reason: 'sandbox-off',
        access: { client: { number: SANDBOX_CLIENT.number, environment: 'sandbox' } },
      },
    });
  });
});
