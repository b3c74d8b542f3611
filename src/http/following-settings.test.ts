import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestServer, type TestServer } from '../../test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    settings: { tokens: { accessTokenSeconds: 600, refreshTokenUnusedDays: 30 } },
  });
});
afterAll(async () => server.close());

async function decide(concern: 'identity' | 'tokens', document: object, version: number) {
  const { storage, dependencies, clock } = server;
  const outcome = await storage.changeSettings({
    concern,
    document: { ...document },
    expectedVersion: version,
    actor: server.people.maintainer.id,
    at: clock.read(),
  });
  await dependencies.liveSettings.refresh();
  return outcome;
}

describe('dependencies that follow the settings', () => {
  it('say what holds without a decision, and then what was decided', async () => {
    const { dependencies } = server;
    expect(dependencies.lifetimes).toMatchObject({
      accessToken: 600,
      refreshTokenUnused: 30 * 86_400,
      refreshRetry: 10,
    });
    const before = dependencies.institution;
    expect(dependencies.institution).toBe(before);
    await decide('tokens', { accessTokenSeconds: 1200, refreshTokenUnusedDays: null }, 0);
    expect(dependencies.lifetimes).toMatchObject({ accessToken: 1200, refreshTokenUnused: null });
    expect(dependencies.institution.issuer).toBe(before.issuer);
  });

  it.each([
    ['help@example.edu', { href: 'mailto:help@example.edu', label: 'help@example.edu' }],
    ["o'neil+apps@example.edu", { href: "mailto:o'neil%2Bapps@example.edu" }],
    ['https://help.example.edu/', { href: 'https://help.example.edu/', label: 'help.example.edu' }],
  ])('lead to %s', async (supportContact, contact) => {
    const version = (await server.storage.readSettings()).find(
      ({ concern }) => concern === 'identity',
    )?.version;
    expect(await decide('identity', { supportContact }, version ?? 0)).toBe('changed');
    expect(server.dependencies.brand.contact).toMatchObject(contact);
  });
});
