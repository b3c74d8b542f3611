import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { ASSET_NAMES } from '../pages/page-frame.ts';
import type { Asset, Assets } from './dependencies.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Reads the files that the build made for browsers into memory; they are few and small.
 * @param directory holds them and `manifest.json`: logical name → file name with the hash of the content
 * @throws Error when the build is not complete
 */
export async function loadAssets(directory: string): Promise<Assets> {
  const manifest = await readManifest(directory);
  const missing = ASSET_NAMES.filter((name) => manifest[name] === undefined);
  if (missing.length > 0) {
    throw new Error(`${directory} has no ${missing.join(', ')}. Run: npm run build`);
  }
  const files = new Map<string, Asset>();
  const contents = new Map<string, Uint8Array>();
  for (const fileName of await readdir(directory)) {
    contents.set(fileName, new Uint8Array(await readFile(join(directory, fileName))));
  }
  for (const [fileName, bytes] of contents) {
    const contentType = CONTENT_TYPES[extname(fileName)];
    const br = contents.get(`${fileName}.br`);
    const gzip = contents.get(`${fileName}.gz`);
    if (contentType !== undefined) {
      const isCompressed = br !== undefined && gzip !== undefined;
      files.set(fileName, {
        contentType,
        bytes,
        ...(isCompressed ? { compressed: { br, gzip } } : {}),
      });
    }
  }
  return {
    urls: Object.fromEntries(
      ASSET_NAMES.map((name) => [name, `/assets/${manifest[name] ?? ''}`]),
    ) as Assets['urls'],
    find: (fileName) => files.get(fileName),
  };
}

async function readManifest(directory: string): Promise<Readonly<Record<string, string>>> {
  try {
    return JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as Record<
      string,
      string
    >;
  } catch (error) {
    throw new Error(`${directory} holds no build. Run: npm run build`, { cause: error });
  }
}
