/**
 * The path a request is routed by: repeated slashes count as one and a trailing one does not count,
 * because existing clients call `//media/…` and `/open_auth/token` (clients.md P21, wire contract §1.6).
 */
export function canonicalPath(request: Request): string {
  const { url } = request;
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const query = url.indexOf('?', start);
  const path = query === -1 ? url.slice(start) : url.slice(start, query);
  if (!path.includes('//') && !path.endsWith('/')) return path;
  const collapsed = path.replaceAll(/\/{2,}/gu, '/');
  return collapsed.length > 1 && collapsed.endsWith('/') ? collapsed.slice(0, -1) : collapsed;
}
