import { describe, expect, it } from 'vitest';

import { addSeconds } from '../domain/clock.ts';
import { authenticateClient } from './client-authentication.ts';
import {
  CLIENT,
  CREDENTIALS,
  NOW,
  OTHER_CLIENT,
  SANDBOX_CLIENT,
  SANDBOX_CREDENTIALS,
  SECRET,
} from './fixtures/campus.ts';
import { inMemoryStorage } from './fixtures/in-memory-storage.ts';
import { hashSecret } from './secret-hash.ts';

const PUBLIC = { ...OTHER_CLIENT, clientType: 'public' } as const;
const ODD = {
  ...CLIENT,
  number: 3,
  clientId: 'a:b c',
  secrets: [{ id: 7, hash: hashSecret('ü%/+ '), expiresAt: null }],
};
const storage = inMemoryStorage([CLIENT, SANDBOX_CLIENT, PUBLIC, ODD], []);
const deps = { storage, hashSecret, now: NOW };
const network = '203.0.113.0/24';

/** The name of whom the request authenticates. */
async function who(parameters: Readonly<Record<string, string>>, authorizationHeader?: string) {
  const request = { parameters: new Map(Object.entries(parameters)), authorizationHeader, network };
  return (await authenticated(request, deps))?.clientId;
}

async function authenticated(...request: Parameters<typeof authenticateClient>) {
  const outcome = await authenticateClient(...request);
  return outcome.type === 'authenticated' ? outcome.client : undefined;
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

describe('the secrets of a client', () => {
  const several = {
    ...CLIENT,
    secrets: ['first', 'second', 'third'].map((text, index) => ({
      id: index + 1,
      hash: hashSecret(text),
      expiresAt: text === 'third' ? NOW : null,
    })),
  };
  const campus = inMemoryStorage([several], []);

  async function whoWith(secret: string, now = NOW) {
    const parameters = new Map([
      ['client_id', CLIENT.clientId],
      ['client_secret', secret],
    ]);
    const request = { parameters, authorizationHeader: undefined, network };
    return (await authenticated(request, { storage: campus, hashSecret, now }))?.clientId;
  }

  it('overlap: each that has not expired authenticates', async () => {
    expect(await whoWith('first')).toBe(CLIENT.clientId);
    expect(await whoWith('second')).toBe(CLIENT.clientId);
    expect(await whoWith('third')).toBeUndefined();
    expect(await whoWith('third', addSeconds(NOW, -1))).toBe(CLIENT.clientId);
  });

  it('are noted with when and from where they were used, and only when they were right', async () => {
    campus.secretUses.length = 0;
    await whoWith('wrong');
    await whoWith('third');
    await whoWith('second');
    expect(campus.secretUses).toEqual([[2, { at: NOW, network }]]);
  });
});

describe('ADR 0008: credentials of the two environments', () => {
  it('authenticate the client in their own', async () => {
    expect(await environmentOf(CREDENTIALS)).toBe('live');
    expect(await environmentOf(SANDBOX_CREDENTIALS)).toBe('sandbox');
  });

  it('mixed authenticate nobody', async () => {
    const { client_secret } = SANDBOX_CREDENTIALS;
    expect(await environmentOf({ ...CREDENTIALS, client_secret })).toBeUndefined();
    expect(await environmentOf({ ...SANDBOX_CREDENTIALS, client_secret: SECRET })).toBeUndefined();
  });

  async function environmentOf(parameters: Readonly<Record<string, string>>) {
    const request = {
      parameters: new Map(Object.entries(parameters)),
      authorizationHeader: undefined,
    };
    return (await authenticated({ ...request, network }, deps))?.environment;
  }
});
