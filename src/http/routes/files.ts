import { acceptedCoding } from '../content-coding.ts';
import type { AppContext } from '../environment.ts';
import { notFound } from '../page-response.tsx';
import { findTheme } from '../theme.ts';

const FOREVER = 'public, max-age=31536000, immutable';

/** `/assets/<name>.<hash>.<extension>`: built files, and the institution's colours, named by their content. */
export async function serveAsset(c: AppContext): Promise<Response> {
  const name = c.req.param('file') ?? '';
  const asset = c.var.deps.assets.find(name) ?? findTheme(name);
  if (asset === undefined) return notFound(c);
  const coding = acceptedCoding(c.req.header('accept-encoding'));
  const compressed = coding === undefined ? undefined : asset.compressed?.[coding];
  return c.body(Uint8Array.from(compressed ?? asset.bytes), 200, {
    'Content-Type': asset.contentType,
    'Cache-Control': FOREVER,
    Vary: 'Accept-Encoding',
    ...(coding === undefined || compressed === undefined ? {} : { 'Content-Encoding': coding }),
  });
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
