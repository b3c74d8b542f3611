import type { AppContext } from './environment.ts';
import { localPath, parseNextPath, type LocalPath } from './local-path.ts';

/** The path and query of this request, which a GET can come back to. */
export function ownPath(c: AppContext): LocalPath {
  const { pathname, search } = new URL(c.req.url);
  // What was routed here is a path of ours; repeated slashes would make it another host's.
  return `/${pathname.replace(/^\/+/u, '')}${search}` as LocalPath;
}

/**
 * Where the page of this answer can be opened again: its own address, or for what a form was answered with,
 * the page that the form stood on; home when the browser does not tell.
 */
export function pathToComeBackTo(c: AppContext): LocalPath {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return ownPath(c);
  const referrer = URL.parse(c.req.header('referer') ?? '');
  const isOurs = referrer !== null && referrer.host === c.req.header('host');
  return (isOurs ? parseNextPath(referrer.pathname + referrer.search) : undefined) ?? localPath`/`;
}
