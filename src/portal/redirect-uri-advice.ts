/** What is allowed and still worth knowing about a redirect URI. */
export type RedirectUriAdvice =
  /** `http` to a host that others can reach: whoever is on the way reads the code. Old clients have it. */
  | 'http-public'
  /** `http://127.0.0.1` or `http://[::1]`: any port is accepted (RFC 8252 §7.3). */
  | 'loopback-ip'
  /** `http://localhost`: a name; its port counts (RFC 8252 §8.3). */
  | 'localhost'
  /** An app on the device, by a scheme that another app may claim as well (RFC 8252 §7.1). */
  | 'private-scheme';

/** @param uri one that can be registered */
export function redirectUriAdvice(uri: string): RedirectUriAdvice | undefined {
  const url = URL.parse(uri);
  if (url === null) return undefined;
  if (url.protocol === 'https:') return undefined;
  if (url.protocol !== 'http:') return 'private-scheme';
  if (url.hostname === '127.0.0.1' || url.hostname === '[::1]') return 'loopback-ip';
  return url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
    ? 'localhost'
    : 'http-public';
}
