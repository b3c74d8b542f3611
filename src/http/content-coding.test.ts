import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { acceptedCoding, compressText } from './content-coding.ts';

describe('RFC 9110 §12.5.3: what an answer is compressed with', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=1.0,br ; q=1.0', 'br'],
  ])('%s: %s', (header, coding) => {
    expect(acceptedCoding(header)).toBe(coding);
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['what we do not have', 'zstd, deflate'],
    ['what is refused', 'br;q=0, gzip;q=0'],
    ['nothing but as it is', 'identity, *;q=0'],
    ['what is no header', ';;q=,,;'],
    ['a weight that is none', 'gzip;q=lots'],
  ])('%s: as it is', (_name, header) => {
    expect(acceptedCoding(header)).toBeUndefined();
  });
});

describe('compressing', () => {
  it('loses nothing', async () => {
    const text = `<!doctype html>${'<p>अनुमति दें ✓</p>'.repeat(50)}`;
    const br = await compressText(text, 'br');
    const gzip = await compressText(text, 'gzip');
    expect(brotliDecompressSync(br).toString()).toBe(text);
    expect(gunzipSync(gzip).toString()).toBe(text);
    for (const { length } of [br, gzip]) expect(length).toBeLessThan(text.length / 4);
  });
});
