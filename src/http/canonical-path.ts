/**
 * The path a request is routed by: repeated slashes count as one and a trailing one does not count,
 * because existing clients call `//media/…` and `/open_auth/token` (clients.md P21, wire contract §1.6).
 * @param target of a request line: a path with or without a query
 */
export function canonicalPath(target: string): string {
  const query = target.indexOf('?');
  const path = query === -1 ? target : target.slice(0, query);
  if (!path.includes('//') && !path.endsWith('/')) return path;
  const collapsed = path.replaceAll(/\/{2,}/gu, '/');
  return collapsed.length > 1 && collapsed.endsWith('/') ? collapsed.slice(0, -1) : collapsed;
}

/** The same of a request as the framework hands it over. */
export function canonicalPathOf({ url }: Request): string {
  return canonicalPath(url.slice(url.indexOf('/', url.indexOf('//') + 2)));
}
