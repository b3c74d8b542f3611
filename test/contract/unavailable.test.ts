import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Storage, StorageUnavailableError } from '../../src/domain/storage.ts';
import { requestListener } from '../../src/http/request-listener.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** What is answered while the database cannot serve. */

const cause = new Error('could not extend file "base/5/16384": No space left on device');
let server: TestServer;
let listening: Server;
let origin: string;
beforeAll(async () => {
  server = await startTestServer();
  const unavailable = async () => {
    throw new StorageUnavailableError('The database cannot serve now.', { cause });
  };
  const storage = new Proxy({} as Storage, { get: () => unavailable });
  listening = createServer(requestListener({ ...server.dependencies, storage }));
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
});
afterAll(async () => {
  listening.close();
  listening.closeAllConnections();
  await server.close();
});

const ask = async (path: string, request?: RequestInit) => fetch(`${origin}${path}`, request);

const CREDENTIALS = 'client_id=any&client_secret=secret';

describe('an endpoint for clients', () => {
  it.each([
    ['POST', '/open_auth/token/', `grant_type=authorization_code&code=abc&${CREDENTIALS}`],
    ['POST', '/open_auth/token/', `grant_type=refresh_token&refresh_token=abc&${CREDENTIALS}`],
    ['POST', '/open_auth/revoke_token/', `token=abc&${CREDENTIALS}`],
    ['GET', '/open_auth/get_user_data/', undefined],
  ])('%s %s says so and when to come back', async (method, path, body) => {
    const response = await ask(path, {
      method,
      headers: {
        authorization: 'Bearer abcdefghijklmnopqrstuvwxyzABCD',
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(body !== undefined && { body }),
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('{"error": "temporarily_unavailable"}');
  });
});

describe('a page', () => {
  it('says so in words, and names the request', async () => {
    const response = await ask('/account', {
      headers: { cookie: `session=${'a'.repeat(43)}` },
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    const page = await response.text();
    expect(page).toContain('We will be back in a moment');
    expect(page).toContain(response.headers.get('x-request-id'));
    expect(page).not.toContain(cause.message);
  });

  it('that needs nothing stored is there', async () => {
    const response = await ask('/auth/login');
    expect(response.status).toBe(200);
  });
});

describe('the log', () => {
  it('has the cause, and nothing of the request', async () => {
    const before = server.logs.length;
    await ask('/open_auth/get_user_data/', { headers: { authorization: 'Bearer secret' } });
    const lines = server.logs.slice(before).join('\n');
    expect(lines).toContain('No space left on device');
    expect(lines).not.toContain('secret');
  });
});
