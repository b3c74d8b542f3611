import { describe, expect, it } from 'vitest';

import { authenticateBearer } from './bearer-token.ts';
import { ACCOUNT, campus, CLIENT } from './fixtures/campus.ts';

describe('RFC 6750 §2.1: the Authorization header', () => {
  it.each(['Bearer ', 'bearer ', 'BEARER ', 'Bearer   '])(
    '%jTOKEN gives access',
    async (scheme) => {
      const { deps, signIn } = campus();
      const { access_token: token } = await signIn();
      expect(await authenticateBearer(`${scheme}${token}`, deps)).toMatchObject({
        type: 'access',
        access: { account: ACCOUNT, grantedClaims: CLIENT.approvedClaims },
      });
    },
  );

  it.each([undefined, '', 'TOKEN', 'Token TOKEN', 'Bearer', 'Bearer ', 'Bearer a b', 'Basic YTpi'])(
    '%j holds no token',
    async (header) => {
      expect(await authenticateBearer(header, campus().deps)).toEqual({
        type: 'refused',
        reason: 'absent',
      });
    },
  );
});

describe('RFC 6750 §3.1: a token that gives no access', () => {
  const invalid = { type: 'refused', reason: 'invalid' };

  it('is unknown, or a refresh token', async () => {
    const { deps, signIn } = campus();
    const tokens = await signIn();
    expect(await authenticateBearer('Bearer unknown', deps)).toMatchObject(invalid);
    expect(await authenticateBearer(`Bearer ${tokens.refresh_token}`, deps)).toMatchObject(invalid);
  });

  it('is expired after 36000 seconds', async () => {
    const here = campus();
    const { access_token: token } = await here.signIn();
    here.advance(35_999.999);
    expect(await authenticateBearer(`Bearer ${token}`, here.deps)).toHaveProperty('type', 'access');
    here.advance(0.001);
    expect(await authenticateBearer(`Bearer ${token}`, here.deps)).toMatchObject({
      type: 'refused',
      reason: 'expired',
      failure: { reason: 'token-expired', access: { client: { number: CLIENT.number } } },
    });
  });

  it('is a suspended client’s, or a deactivated account’s', async () => {
    const { deps, signIn, storage } = campus();
    const { access_token: token } = await signIn();
    storage.putClient({ ...CLIENT, status: 'suspended' });
    expect(await authenticateBearer(`Bearer ${token}`, deps)).toMatchObject(invalid);
    storage.putClient(CLIENT);
    storage.putAccount({ ...ACCOUNT, isActive: false });
    expect(await authenticateBearer(`Bearer ${token}`, deps)).toMatchObject(invalid);
    storage.putAccount(ACCOUNT);
    expect(await authenticateBearer(`Bearer ${token}`, deps)).toHaveProperty('type', 'access');
  });
});
