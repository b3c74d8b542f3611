/** A cookie as the server set it. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Attributes by lower-case name; `true` for one without a value. */
  readonly attributes: Readonly<Record<string, string | true>>;
}

/** Like a browser's: by host, not by port (RFC 6265 §8.5). */
export interface CookieJar {
  /** Keeps what an answer set, and forgets what it expired. */
  keep(host: string, setCookie: readonly string[]): void;
  /** The `Cookie` header for a host; undefined: no cookies. */
  header(host: string): string | undefined;
  value(host: string, name: string): string | undefined;
  put(host: string, name: string, value: string): void;
}

export function cookieJar(): CookieJar {
  const hosts = new Map<string, Map<string, string>>();
  const of = (host: string): Map<string, string> => {
    const cookies = hosts.get(host) ?? new Map<string, string>();
    hosts.set(host, cookies);
    return cookies;
  };
  return {
    keep(host, setCookie) {
      for (const { name, value, attributes } of setCookie.map(parseSetCookie)) {
        const isOver =
          attributes['max-age'] === '0' ||
          (typeof attributes['expires'] === 'string' && Date.parse(attributes['expires']) <= 0);
        if (isOver) of(host).delete(name);
        else of(host).set(name, value);
      }
    },
    header(host) {
      const pairs = [...of(host)].map(([name, value]) => `${name}=${value}`);
      return pairs.length === 0 ? undefined : pairs.join('; ');
    },
    value: (host, name) => of(host).get(name),
    put: (host, name, value) => of(host).set(name, value),
  };
}

export function parseSetCookie(line: string): Cookie {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
  const [name, value] = split(pair);
  const attributes = Object.fromEntries(
    rest.map((part) => {
      const [key, attribute] = split(part);
      return [key.toLowerCase(), part.includes('=') ? attribute : (true as const)];
    }),
  );
  return { name, value, attributes };
}

function split(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
