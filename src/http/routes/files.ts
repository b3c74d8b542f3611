import { acceptedCoding } from '../content-coding.ts';
import type { Asset, Assets } from '../dependencies.ts';
import type { AppContext } from '../environment.ts';
import { notFound } from '../page-response.tsx';
import { findTheme } from '../theme.ts';

const FOREVER = 'public, max-age=31536000, immutable';

/** `/assets/<name>.<hash>.<extension>`: built files, and the institution's colours, named by their content. */
export async function serveAsset(c: AppContext): Promise<Response> {
  const name = c.req.param('file') ?? '';
  const { assets } = c.var.deps;
  const own = assets.find(name) ?? findTheme(name);
  const asset = own ?? standIn(name, assets);
  if (asset === undefined) return notFound(c);
  const coding = acceptedCoding(c.req.header('accept-encoding'));
  const compressed = coding === undefined ? undefined : asset.compressed?.[coding];
  return c.body(Uint8Array.from(compressed ?? asset.bytes), 200, {
    'Content-Type': asset.contentType,
    'Cache-Control': own === undefined ? 'no-store' : FOREVER,
    Vary: 'Accept-Encoding',
    ...(coding === undefined || compressed === undefined ? {} : { 'Content-Encoding': coding }),
  });
}

/**
 * Ours for what a page of another release asks for: while servers are replaced one after the other, the page may come
 * from a new one and its stylesheet be asked of an old one.
 */
function standIn(name: string, assets: Assets): Asset | undefined {
  const logicalName = name.replace(/\.[0-9A-Za-z]{8}(?=\.\w+$)/u, '');
  const url = Object.entries(assets.urls).find(([known]) => known === logicalName)?.[1];
  return url === undefined ? undefined : assets.find(url.replace(/^\/assets\//u, ''));
}

/**
 * `/media/…`: pictures we encoded ourselves, public as in the replaced system (wire contract §1.2),
 * and shown inside other sites' pages. A picture never changes: a new one gets a new path.
 */
export async function serveMedia(c: AppContext): Promise<Response> {
  const path = c.req.path.replace(/^\/media\//u, '');
  const file = await c.var.deps.storage.findMedia(path);
  if (file === undefined) return notFound(c);
  return c.body(Uint8Array.from(file.bytes), 200, {
    'Content-Type': file.contentType,
    'Cache-Control': FOREVER,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}
