import { describe, expect, it } from 'vitest';

import type { ConnectedClient } from '../domain/authorization.ts';
import { DEFAULT_CLAIM_CATALOGUE } from '../domain/claim-catalogue.ts';
import { instant } from '../domain/clock.ts';
import { disconnectApp, listConnectedApps, type ConnectedApp } from './connected-clients.ts';

const now = instant(Date.UTC(2026, 10, 24));

async function listed(
  client: Partial<ConnectedClient['client']>,
  grantedClaims: readonly string[],
): Promise<ConnectedApp | undefined> {
  const connection: ConnectedClient = {
    client: {
      number: 5,
      name: 'Library',
      logoPath: null,
      status: 'approved',
      approvedClaims: ['student.branch.name', 'person.full_name', 'student.current_year'],
      ...client,
    },
    grantedClaims,
    firstAuthorizedAt: now,
    lastAuthorizedAt: now,
    lastReadAt: null,
  };
  const storage = { listConnectedClients: () => Promise.resolve([connection]) };
  const [app] = await listConnectedApps(7, { storage, catalogue: DEFAULT_CLAIM_CATALOGUE, now });
  return app;
}

describe('what a connected app can read now', () => {
  it('is what was granted and is still approved, in the words of the catalogue', async () => {
    const app = await listed({}, [
      'student.current_year',
      'student.branch.name',
      'person.full_name',
      'contact_information.email_address',
    ]);
    expect(app?.readable).toEqual([
      { label: 'Personal', claims: ['Full name'] },
      { label: 'Student', claims: ['Branch', 'Current year'] },
    ]);
  });

  it('stays what was approved while the app is in review again', async () => {
    const app = await listed({ status: 'in-review' }, ['person.full_name']);
    expect(app?.readable).toEqual([{ label: 'Personal', claims: ['Full name'] }]);
  });

  it('is nothing while the app is suspended', async () => {
    const app = await listed({ status: 'suspended' }, ['person.full_name']);
    expect(app).toMatchObject({ status: 'suspended', readable: [] });
  });
});

describe('ending an access', () => {
  it.each([
    [2, 'disconnected'],
    [0, 'not-connected'],
  ])('with %i live authorizations: %s', async (ended, expected) => {
    const storage = { disconnectClient: () => Promise.resolve(ended) };
    expect(await disconnectApp({ accountId: 7, clientNumber: 5 }, { storage, now })).toBe(expected);
  });
});
