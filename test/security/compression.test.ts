import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { issuePasswordLink } from '../../src/account/password-reset.ts';
import type { Asset } from '../../src/http/dependencies.ts';
import { ASSET_NAMES, type AssetName } from '../../src/pages/page-frame.ts';
import type { Browser } from '../support/browser.ts';
import { authorisePath } from '../support/consent.ts';
import { registerApp } from '../support/developer-portal.ts';
import { elements, parseHtml } from '../support/html.ts';
import { PASSWORD } from '../support/people.ts';
import { requestToken } from '../support/provider-client.ts';
import type { RawResponse } from '../support/raw-request.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Few bytes on the way, and nothing told by their number: docs/adr/0016. */

const CSS = Buffer.from('.card { color: inherit; }\n'.repeat(100));
const STYLES: Asset = {
  contentType: 'text/css; charset=utf-8',
  bytes: CSS,
  compressed: { br: brotliCompressSync(CSS), gzip: gzipSync(CSS) },
};

let server: TestServer;
let client: SeededClient;
let browser: Browser;
beforeAll(async () => {
  const urls = Object.fromEntries(ASSET_NAMES.map((name) => [name, `/assets/${name}`]));
  server = await startTestServer({
    assets: {
      urls: urls as Record<AssetName, string>,
      find: (fileName) => (fileName === 'styles.css' ? STYLES : undefined),
    },
  });
  client = await seedClient(server, { createdBy: 'developer' });
  browser = await server.browser('developer');
});
afterAll(() => server.close());

/** As the headers of any browser of today say. */
const COMPRESSIBLE = { 'accept-encoding': 'gzip, deflate, br, zstd', 'sec-fetch-site': 'none' };

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

function decoded({ headers, bytes }: RawResponse): string {
  const decode = DECODERS[String(headers['content-encoding'])];
  return (decode === undefined ? bytes : decode(bytes)).toString('utf8');
}

describe('a page', () => {
  it.each(['br', 'gzip'])('is compressed with %s for who understands that', async (coding) => {
    const headers = { ...COMPRESSIBLE, 'accept-encoding': coding };
    const page = await browser.send('GET /developer', { headers });
    expect(page.status).toBe(200);
    expect(page.headers['content-encoding']).toBe(coding);
    expect(page.headers['content-type']).toBe('text/html; charset=UTF-8');
    expect(page.headers['content-length']).toBe(String(page.bytes.length));
    expect(page.headers.vary).toContain('Accept-Encoding');
    expect(decoded(page)).toMatch(/^<!doctype html><html lang="en">.*<\/html>$/su);
  });

  it('is compressed too when it refuses something', async () => {
    const page = await browser.send('GET /no/such/page', { headers: COMPRESSIBLE });
    expect(page.status).toBe(404);
    expect(page.headers['content-encoding']).toBe('br');
    expect(decoded(page)).toContain('</html>');
  });

  it('is sent as it is to who does not', async () => {
    const headers = { 'sec-fetch-site': 'none' };
    const page = await browser.send('GET /developer', { headers });
    expect(page.headers['content-encoding']).toBeUndefined();
    expect(page.headers.vary).toContain('Accept-Encoding');
    expect(decoded(page)).toContain('</html>');
  });

  it('has the same headers for HEAD, and no body', async () => {
    const head = await browser.send('HEAD /developer', { headers: COMPRESSIBLE });
    expect(head.status).toBe(200);
    expect(head.headers['content-encoding']).toBe('br');
    expect(head.bytes).toHaveLength(0);
  });

  it.each(['cross-site', 'same-site', undefined])(
    'is sent as it is when the request may be another site’s doing: %s',
    async (site) => {
      const { 'accept-encoding': accept } = COMPRESSIBLE;
      const headers = {
        'accept-encoding': accept,
        ...(site === undefined ? {} : { 'sec-fetch-site': site }),
      };
      for (const address of [authorisePath(client, { state: 'guess' }), '/account?guess', '/no']) {
        const page = await browser.send(`GET ${address}`, { headers });
        expect(page.headers['content-encoding']).toBeUndefined();
        expect(page.headers.vary).toContain('Sec-Fetch-Site');
      }
    },
  );

  it('has a form token that looks different each time, and holds each time', async () => {
    const tokens = [await formToken(), await formToken(), await formToken()];
    expect(new Set(tokens).size).toBe(3);
    for (const [index, token] of tokens.entries()) {
      // No part of them stays the same either.
      const [bytes, next] = [token, tokens[(index + 1) % 3]!].map((text) =>
        Buffer.from(text, 'base64url'),
      );
      expect(bytes!.subarray(0, 16)).not.toEqual(next!.subarray(0, 16));
      expect(bytes!.subarray(16)).not.toEqual(next!.subarray(16));
      const answer = await browser.send('POST /language', {
        headers: { 'sec-fetch-site': 'same-origin' },
        form: { csrf_token: token, language: 'en', next: '/' },
      });
      expect(answer.status).toBe(303);
    }
  });

  async function formToken(): Promise<string> {
    const page = await browser.send('GET /account', { headers: COMPRESSIBLE });
    const field = elements(parseHtml(decoded(page)), 'input').find(
      ({ attributes }) => attributes['name'] === 'csrf_token',
    );
    return field!.attributes['value']!;
  }
});

describe('a page with a secret on it', () => {
  const headers = { ...COMPRESSIBLE, 'sec-fetch-site': 'same-origin' };

  it('is not compressed, by us or on the way: a new client secret', async () => {
    const own = await server.browser('developer');
    const { page, number } = await registerApp(own, { name: 'Secretive' });
    const form = page
      .form({ button: 'Add the secret' })
      .fill('What it is for', 'Web server')
      .fill('Your password', PASSWORD);
    const { fields } = form.press();
    const answer = await own.send(`POST /developer/${number}/secrets/live`, {
      headers,
      form: fields,
    });
    expect(answer.body).toMatch(/>[A-Za-z0-9]{128}<\/textarea>/u);
    expectAsItIs(answer);
  });

  it('is not compressed, by us or on the way: the secret of a link from a mail', async () => {
    const { url } = await issuePasswordLink(
      { accountId: server.people.student.id, lifetime: 60 },
      { ...server.dependencies, now: server.clock.read() },
    );
    const { pathname, search, searchParams } = new URL(url);
    const answer = await server.request(`GET ${pathname}${search}`, { headers });
    expect(answer.body).toContain(`value="${searchParams.get('token')}"`);
    expectAsItIs(answer);
  });

  function expectAsItIs(answer: RawResponse): void {
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store, no-transform');
  }
});

describe('a file for browsers', () => {
  const styles = async (headers: Record<string, string>, method = 'GET'): Promise<RawResponse> =>
    server.request(`${method} /assets/styles.css`, { headers });

  it.each(['br', 'gzip'])('is sent as the build compressed it with %s', async (coding) => {
    const file = await styles({ 'accept-encoding': coding });
    expect(file.headers['content-encoding']).toBe(coding);
    expect(file.headers['content-type']).toBe(STYLES.contentType);
    expect(file.headers.vary).toBe('Accept-Encoding');
    expect(file.bytes.equals(STYLES.compressed![coding as 'br' | 'gzip'])).toBe(true);
    expect(decoded(file)).toBe(CSS.toString());
  });

  it('is sent as it is to who understands neither', async () => {
    const file = await styles({ 'accept-encoding': 'zstd, br;q=0' });
    expect(file.headers['content-encoding']).toBeUndefined();
    expect(file.headers.vary).toBe('Accept-Encoding');
    expect(file.body).toBe(CSS.toString());
  });

  it('is compressed for other sites’ requests too: it is the same for everybody', async () => {
    const file = await styles({ 'accept-encoding': 'br', 'sec-fetch-site': 'cross-site' });
    expect(file.headers['content-encoding']).toBe('br');
  });

  it('has the same headers for HEAD, and no body', async () => {
    const head = await styles({ 'accept-encoding': 'br' }, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers['content-encoding']).toBe('br');
    expect(head.bytes).toHaveLength(0);
  });

  it('comes whole when a part is asked for (RFC 9110 §14.2)', async () => {
    const file = await styles({ 'accept-encoding': 'br', range: 'bytes=0-9' });
    expect(file.status).toBe(200);
    expect(file.headers['content-range']).toBeUndefined();
    expect(decoded(file)).toBe(CSS.toString());
  });
});

describe('what clients and pictures are', () => {
  it('an answer of the protocol is byte for byte what it was', async () => {
    const { credentials } = client;
    const fields = { ...credentials, grant_type: 'authorization_code', code: 'no such code' };
    const plain = await requestToken(server, fields);
    const asked = await server.request('POST /open_auth/token/', {
      headers: COMPRESSIBLE,
      form: fields,
    });
    expect(asked.headers['content-encoding']).toBeUndefined();
    expect(asked.headers.vary).toBeUndefined();
    expect(asked.body).toBe(plain.body);
  });

  it('a picture is compressed already', async () => {
    const bytes = Buffer.from('89504e470d0a1a0a', 'hex');
    await server.storage.storeMedia({ path: 'logos/one.png', contentType: 'image/png', bytes });
    const picture = await server.request('GET /media/logos/one.png', { headers: COMPRESSIBLE });
    expect(picture.headers['content-encoding']).toBeUndefined();
    expect(picture.bytes.equals(bytes)).toBe(true);
  });
});
