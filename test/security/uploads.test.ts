import { crc32, deflateSync } from 'node:zlib';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../support/browser.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Issue 2, §10 and §3: uploads are re-encoded, and never served as active content. */

let server: TestServer;
let client: SeededClient;
let browser: Browser;
beforeAll(async () => {
  server = await startTestServer();
  client = await seedClient(server);
  browser = await server.browser('developer');
});
afterAll(() => server.close());

const MARK = '<script>alert("uploaded")</script>';

function drawing(): ReturnType<typeof sharp> {
  return sharp({ create: { width: 64, height: 64, channels: 3, background: '#2f6f4f' } });
}

async function upload(bytes: Uint8Array, name: string, type: string): Promise<Page> {
  const page = await browser.visit(`/developer/${client.number}`);
  const form = page.form({ action: `/developer/${client.number}/logo` });
  const file = new File([Uint8Array.from(bytes)], name, { type });
  return browser.submit(page, form.tamper('logo', file).press());
}

/** The address of the logo that is shown now. */
async function logoPath(): Promise<string | null> {
  const dossier = await server.storage.findClientForReview(client.number);
  return dossier!.client.logoPath;
}

/** Uploads what is accepted, and answers it as everybody gets it. */
async function served(bytes: Uint8Array, name: string, type: string): Promise<Buffer> {
  const page = await upload(bytes, name, type);
  expect(page.status).toBe(200);
  expect(page.text).toContain('The logo is saved.');
  const response = await server.request(`GET /media/${await logoPath()}`);
  expect(response.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  return response.bytes;
}

describe('a logo', () => {
  it.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['gif', 'image/gif'],
  ] as const)('uploaded as %s is served as PNG, drawn anew', async (format, type) => {
    const bytes = await drawing().toFormat(format).toBuffer();
    const picture = await served(bytes, `logo.${format}`, type);
    const { format: servedAs, width } = await sharp(picture).metadata();
    expect([servedAs, width]).toEqual(['png', 64]);
    expect(picture.equals(bytes)).toBe(false);
  });

  it('loses whatever was hidden behind the picture', async () => {
    const bytes = Buffer.concat([await drawing().png().toBuffer(), Buffer.from(MARK)]);
    const picture = await served(bytes, 'logo.png', 'image/png');
    expect(picture.includes('uploaded')).toBe(false);
  });

  it('loses its metadata: where and by whom it was made', async () => {
    const bytes = await drawing()
      .jpeg()
      .withExif({ IFD0: { Copyright: MARK, ImageDescription: 'at home' } })
      .toBuffer();
    expect(bytes.includes('at home')).toBe(true);
    const picture = await served(bytes, 'logo.jpg', 'image/jpeg');
    expect(picture.includes('at home')).toBe(false);
    expect(picture.includes('uploaded')).toBe(false);
  });

  it('is judged by its bytes: name and type are the sender’s word', async () => {
    const bytes = await drawing().png().toBuffer();
    const picture = await served(bytes, 'logo.html', 'text/html');
    expect((await sharp(picture).metadata()).format).toBe('png');
    expect(await logoPath()).toMatch(/^open_auth\/application_logos\/[0-9a-f-]{36}\.png$/u);
  });

  it('has no say in where it is stored', async () => {
    const bytes = await drawing().png().toBuffer();
    await served(bytes, '../../../etc/passwd\u0000.png', 'image/png');
    expect(await logoPath()).toMatch(/^open_auth\/application_logos\/[0-9a-f-]{36}\.png$/u);
  });

  it('that was replaced is gone', async () => {
    await served(await drawing().png().toBuffer(), 'a.png', 'image/png');
    const before = await logoPath();
    await served(await drawing().png().toBuffer(), 'b.png', 'image/png');
    expect((await server.request(`GET /media/${before}`)).status).toBe(404);
  });
});

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">${MARK}</svg>`;
const HTML = `<!doctype html>${MARK}`;

describe('what is no picture', () => {
  it.each([
    ['an SVG', Buffer.from(SVG), 'image/svg+xml'],
    ['an SVG called PNG', Buffer.from(SVG), 'image/png'],
    ['a page called PNG', Buffer.from(HTML), 'image/png'],
    ['a page behind a GIF’s first bytes', Buffer.from(`GIF89a${HTML}`), 'image/gif'],
    [
      'a page behind a PNG’s first bytes',
      Buffer.from(`\u0089PNG\r\n\u001A\n${HTML}`, 'latin1'),
      'image/png',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'image/png'],
    ['nothing', Buffer.alloc(0), 'image/png'],
    ['noise', Buffer.alloc(5000, 0xa7), 'image/png'],
  ])('%s is refused, and the logo stays', async (_name, bytes, type) => {
    const before = await logoPath();
    const page = await upload(bytes, 'logo.png', type);
    expect(page.status).toBe(422);
    expect(page.body).not.toContain(MARK);
    expect(await logoPath()).toBe(before);
  });

  it('a picture cut off in the middle is refused', async () => {
    const bytes = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#123456',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .png()
      .toBuffer();
    const page = await upload(bytes.subarray(0, bytes.length / 2), 'logo.png', 'image/png');
    expect(page.status).toBe(422);
  });

  it('a picture that unpacks to gigabytes is refused before it is unpacked', async () => {
    const page = await upload(hugePng(60_000), 'bomb.png', 'image/png');
    expect(page.status).toBe(422);
  });

  it('a picture that is not square is refused', async () => {
    const bytes = await sharp({
      create: { width: 106, height: 100, channels: 3, background: '#000' },
    })
      .png()
      .toBuffer();
    expect((await upload(bytes, 'wide.png', 'image/png')).status).toBe(422);
  });
});

/** A few hundred bytes that claim to be this many pixels wide and high. */
function hugePng(edge: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

describe('paths of pictures', () => {
  it.each([
    '/media/../package.json',
    '/media/..%2f..%2fpackage.json',
    '/media/%2e%2e/%2e%2e/etc/passwd',
    '/media//etc/passwd',
    String.raw`/media/..\..\etc\passwd`,
    '/media/',
    '/media',
    '/assets/../server.js',
    '/assets/..%2fserver.js',
    '/assets/%2e%2e%2fmanifest.json',
  ])('%s leads to nothing', async (path) => {
    const { status, body } = await server.request(`GET ${path}`);
    expect([400, 404]).toContain(status);
    expect(body).not.toMatch(/root:|"name": "omniport/u);
  });
});
