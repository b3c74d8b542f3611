import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ASSET_NAMES } from '../pages/page-frame.ts';
import { loadAssets } from './load-assets.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'omniport-assets-'));
});
afterEach(async () => rm(directory, { recursive: true }));

/** A build: every asset a page may ask for, but for those left out. */
async function build(leftOut: readonly string[] = []): Promise<void> {
  const manifest: Record<string, string> = {};
  for (const name of ASSET_NAMES.filter((asset) => !leftOut.includes(asset))) {
    const hashed = name.replace('.', '.1a2b3c4d.');
    manifest[name] = hashed;
    await writeFile(join(directory, hashed), name);
  }
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
}

describe('loading the built files', () => {
  it('tells the address of each by its logical name', async () => {
    await build();
    const { urls } = await loadAssets(directory);
    expect(urls['styles.css']).toBe('/assets/styles.1a2b3c4d.css');
    expect(Object.keys(urls).toSorted()).toEqual([...ASSET_NAMES].toSorted());
  });

  it('finds each by its file name, with its content type', async () => {
    await build();
    const { find } = await loadAssets(directory);
    expect(find('styles.1a2b3c4d.css')).toEqual({
      contentType: 'text/css; charset=utf-8',
      bytes: new TextEncoder().encode('styles.css'),
    });
    expect(find('favicon.1a2b3c4d.svg')?.contentType).toBe('image/svg+xml');
    expect(find('submit-once.1a2b3c4d.js')?.contentType).toBe('text/javascript; charset=utf-8');
  });

  it('finds each as the build compressed it', async () => {
    await build();
    await writeFile(join(directory, 'styles.1a2b3c4d.css.br'), 'by brotli');
    await writeFile(join(directory, 'styles.1a2b3c4d.css.gz'), 'by gzip');
    const { find } = await loadAssets(directory);
    expect(find('styles.1a2b3c4d.css')?.compressed).toEqual({
      br: new TextEncoder().encode('by brotli'),
      gzip: new TextEncoder().encode('by gzip'),
    });
    expect(find('favicon.1a2b3c4d.svg')?.compressed).toBeUndefined();
    expect(find('styles.1a2b3c4d.css.br')).toBeUndefined();
  });

  it.each(['manifest.json', 'styles.css', '../package.json', '__proto__', ''])(
    'does not find %s',
    async (fileName) => {
      await build();
      expect((await loadAssets(directory)).find(fileName)).toBeUndefined();
    },
  );

  it('says what an incomplete build lacks', async () => {
    await build(['copy-button.js']);
    await expect(loadAssets(directory)).rejects.toThrow(
      'has no copy-button.js. Run: npm run build',
    );
  });

  it('says when there is no build', async () => {
    await expect(loadAssets(directory)).rejects.toThrow('holds no build. Run: npm run build');
  });
});
