import { describe, expect, it } from 'vitest';

import { authenticateClient } from './client-authentication.ts';
import { CLIENT, CREDENTIALS, OTHER_CLIENT, SECRET } from './fixtures/campus.ts';
import { inMemoryStorage } from './fixtures/in-memory-storage.ts';
import { hashSecret } from './secret-hash.ts';

const PUBLIC = { ...OTHER_CLIENT, clientType: 'public' } as const;
const ODD = { ...CLIENT, number: 3, clientId: 'a:b c', clientSecretHash: hashSecret('ü%/+ ') };
const deps = { storage: inMemoryStorage([CLIENT, PUBLIC, ODD], []), hashSecret };

/** The name of whom the request authenticates. */
async function who(parameters: Readonly<Record<string, string>>, authorizationHeader?: string) {
  const request = { parameters: new Map(Object.entries(parameters)), authorizationHeader };
  return (await authenticateClient(request, deps))?.clientId;
}

function basic(userinfo: string, scheme = 'Basic'): string {
  return `${scheme} ${Buffer.from(userinfo).toString('base64')}`;
}

describe('RFC 6749 §2.3.1: credentials in the body', () => {
  it('authenticate the client', async () => {
    expect(await who(CREDENTIALS)).toBe(CLIENT.clientId);
  });

  it.each<Record<string, string>>([
    {},
    { client_secret: SECRET },
    { client_id: '', client_secret: SECRET },
    { client_id: CLIENT.clientId },
    { client_id: CLIENT.clientId, client_secret: '' },
    { client_id: CLIENT.clientId, client_secret: `${SECRET} ` },
    { client_id: 'nobody', client_secret: SECRET },
  ])('%j authenticate nobody', async (parameters) => {
    expect(await who(parameters)).toBeUndefined();
  });
});

describe('RFC 6749 §3.2.1: a public client', () => {
  it('may leave its secret out', async () => {
    expect(await who({ client_id: PUBLIC.clientId })).toBe(PUBLIC.clientId);
    expect(await who({ client_id: PUBLIC.clientId, client_secret: '' })).toBe(PUBLIC.clientId);
    expect(await who({}, basic(`${PUBLIC.clientId}:`))).toBe(PUBLIC.clientId);
  });

  it('may not send a wrong one', async () => {
    expect(await who({ client_id: PUBLIC.clientId, client_secret: 'wrong' })).toBeUndefined();
    expect(
      await who({ client_id: PUBLIC.clientId }, basic(`${PUBLIC.clientId}:wrong`)),
    ).toBeUndefined();
  });
});

describe('RFC 6749 §2.3.1: HTTP Basic', () => {
  const right = `${CLIENT.clientId}:${SECRET}`;

  it('authenticates the client', async () => {
    expect(await who({}, basic(right))).toBe(CLIENT.clientId);
  });

  it('holds id and secret form-encoded', async () => {
    expect(await who({}, basic('a%3Ab+c:%C3%BC%25%2F%2B+'))).toBe('a:b c');
  });

  it.each([
    basic(right, 'basic'),
    basic(right, 'BASIC'),
    basic(right, 'Bearer'),
    basic(CLIENT.clientId),
    basic(`${CLIENT.clientId}:wrong`),
    basic(`${CLIENT.clientId}:${SECRET}%`),
    'Basic',
    'Basic !!!',
    '',
  ])('%s authenticates nobody', async (header) => {
    expect(await who({}, header)).toBeUndefined();
  });

  it('that fails does no harm when the body is right', async () => {
    expect(await who(CREDENTIALS, basic('someone:else'))).toBe(CLIENT.clientId);
    expect(await who(CREDENTIALS, 'Bearer forwarded-from-a-browser')).toBe(CLIENT.clientId);
  });
});
