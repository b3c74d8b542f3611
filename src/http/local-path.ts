declare const localPathBrand: unique symbol;

/**
 * A path (and query) of our own, the only thing besides a registered redirect URI that we redirect to.
 * Made here only, so that an open redirect is a type error.
 */
export type LocalPath = string & { readonly [localPathBrand]: never };

/** Builds a path of our own; what is inserted is encoded: localPath`/developer/${number}`. */
export function localPath(
  strings: TemplateStringsArray,
  ...values: readonly (string | number)[]
): LocalPath {
  const path = strings.reduce(
    (text, part, index) => text + encodeURIComponent(values[index - 1] ?? '') + part,
  );
  return path as LocalPath;
}

/** The path with parameters of a query. */
export function withQuery(
  path: LocalPath,
  parameters: Readonly<Record<string, string>>,
): LocalPath {
  return `${path}?${new URLSearchParams(parameters).toString()}` as LocalPath;
}

/**
 * Where a visitor wants to go on to, as a `next` parameter says.
 * Undefined unless a browser would read it as a path on our own origin: `//host`, `/\host`,
 * a scheme, and control characters (which browsers drop) all lead elsewhere.
 */
export function parseNextPath(next: string | undefined): LocalPath | undefined {
  if (next === undefined || !next.startsWith('/')) return undefined;
  // eslint-disable-next-line no-control-regex -- control characters are the point
  if (/^\/[/\\]|[\\\u0000-\u001F\u007F]/u.test(next)) return undefined;
  const base = 'http://own.invalid';
  const url = URL.parse(next, base);
  return url?.origin === base && !url.pathname.startsWith('//') ? (next as LocalPath) : undefined;
}
