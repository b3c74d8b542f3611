import { describe, expect, it } from 'vitest';

import { issueAuthorizationCode } from './authorization-response.ts';
import { ACCOUNT, campus, CLIENT, NOW } from './fixtures/campus.ts';
import { firstRedirectUri } from './redirect-uri.ts';
import { hashSecret } from './secret-hash.ts';

describe('RFC 6749 §4.1.2: issuing a code', () => {
  it('binds it to client, account, redirect URI, challenge and claims, for a minute', async () => {
    const { deps, storage } = campus();
    const codeChallenge = { method: 'plain', challenge: 'v'.repeat(43) } as const;
    const redirectUri = firstRedirectUri(CLIENT.redirectUris);
    const location = await issueAuthorizationCode(
      {
        request: { client: CLIENT, redirectUri, state: 'a b', codeChallenge },
        accountId: ACCOUNT.id,
        grantedClaims: ['person.full_name'],
      },
      deps,
    );

    const code = /^https:\/\/app\.example\/callback\?code=([A-Za-z0-9]{30})&state=a\+b$/u.exec(
      location,
    )?.[1];
    expect(await storage.findAuthorizationCode(hashSecret(code ?? ''))).toEqual({
      authorization: {
        id: 1,
        clientNumber: CLIENT.number,
        environment: 'live',
        accountId: ACCOUNT.id,
        grantedClaims: ['person.full_name'],
        createdAt: NOW,
        revokedAt: null,
      },
      redirectUri,
      codeChallenge,
      accountIsActive: true,
      expiresAt: NOW + 60_000,
      redeemedAt: null,
    });
  });
});
