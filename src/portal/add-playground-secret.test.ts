import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCampus, type TestCampus } from '../../test/support/test-campus.ts';
import { plainClaim } from '../domain/client-revision.ts';
import type { TeamAction } from '../domain/client.ts';
import { addSeconds } from '../domain/clock.ts';
import { addPlaygroundSecret } from './add-playground-secret.ts';
import { registerClient } from './register-client.ts';
import { warnOfExpiringSecrets } from './warn-of-expiring-secrets.ts';

let campus: TestCampus;
let action: TeamAction;
beforeEach(async () => {
  campus = await openTestCampus();
  const contact = { institute_webmail_address: 'asha@campus.example' };
  const { id } = await campus.welcome({ username: '1', contact });
  const registered = await registerClient(
    {
      name: 'Library',
      description: 'Lends books.',
      clientType: 'public',
      redirectUris: ['https://library.example/callback'],
      requestedClaims: [plainClaim('person.full_name')],
      createdBy: id,
      asDraft: true,
    },
    { ...campus.deps, autoApprovedClaims: [] },
  );
  if (registered.type !== 'registered') throw new Error(registered.type);
  action = { number: registered.number, actor: id, at: campus.deps.now };
});
afterEach(async () => campus.close());

describe('a secret for the playground', () => {
  it('is of the sandbox, and over in an hour', async () => {
    const added = await addPlaygroundSecret(action, campus.deps);
    expect(added).toMatchObject({
      clientSecret: expect.stringMatching(/^omniportsandbox/u) as unknown,
    });
    expect(await campus.storage.listClientSecrets(action.number, action.actor)).toMatchObject([
      {
        name: 'Playground',
        environment: 'sandbox',
        expiresAt: addSeconds(action.at, 60 * 60),
      },
    ]);
  });

  it('takes the place of those that are over, and of no other', async () => {
    const hours = (count: number): TeamAction => ({
      ...action,
      at: addSeconds(action.at, count * 60 * 60),
    });
    await addPlaygroundSecret(hours(0), campus.deps);
    await addPlaygroundSecret(hours(0.5), campus.deps);
    await addPlaygroundSecret(hours(1), campus.deps);
    const listed = await campus.storage.listClientSecrets(action.number, action.actor);
    expect(listed.map(({ createdAt }) => createdAt)).toEqual([hours(0.5).at, hours(1).at]);
  });

  it('is not handed to somebody outside the team', async () => {
    const stranger = { ...action, actor: 999 };
    expect(await addPlaygroundSecret(stranger, campus.deps)).toEqual({ type: 'not-found' });
  });

  it('is nothing that the team is warned of: whoever made it knows', async () => {
    await addPlaygroundSecret(action, campus.deps);
    const { deps } = campus;
    const about = { ...deps, issuer: 'https://auth.example', timeZone: 'Asia/Kolkata' };
    expect(await warnOfExpiringSecrets(about)).toBe(0);
    expect(campus.mails).toEqual([]);
  });
});
