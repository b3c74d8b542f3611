import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

describe('a file of the build', () => {
  it('is kept by browsers for good', async () => {
    const { status, headers } = await server.request('GET /assets/styles.css');
    expect([status, headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
  });

  it('of another release is answered with ours, which nobody keeps', async () => {
    const { status, headers, body } = await server.request('GET /assets/styles.0A1B2C3D.css');
    expect([status, body]).toEqual([200, '/* styles.css */']);
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each([
    'no-such.0A1B2C3D.css',
    'styles.0A1B2C3D.js',
    'styles.0A1B.css',
    'constructor.0A1B2C3D.css',
    'toString',
  ])('that no release has is not there: %s', async (name) => {
    expect((await server.request(`GET /assets/${name}`)).status).toBe(404);
  });
});
