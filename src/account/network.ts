const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/u;
const MAPPED_IPV4 = /^::ffff:((?:\d{1,3}\.){3}\d{1,3})$/iu;

/**
 * The network an address belongs to: what one party usually controls, so what attempts are counted against, and
 * as much of an address as a person needs to recognise a session.
 * @param address of the peer; may be IPv4-mapped (RFC 4291 §2.5.5.2) or carry a zone
 * @returns `203.0.113.0/24`, `2001:db8:1:2::/64`, or `unknown`
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.trim().split('%', 1);
  const ipv4 = MAPPED_IPV4.exec(bare)?.[1] ?? bare;
  return (IPV4.test(ipv4) ? ipv4Network(ipv4) : ipv6Network(bare)) ?? 'unknown';
}

function ipv4Network(address: string): string | undefined {
  const bytes = address.split('.').map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return `${bytes.slice(0, 3).join('.')}.0/24`;
}

function ipv6Network(address: string): string | undefined {
  if (!/^[\da-f.]*:[\da-f:.]*$/iu.test(address)) return undefined;
  // The URL parser checks an IPv6 address and writes it canonically (RFC 5952).
  const canonical = URL.parse(`http://[${address}]/`)?.hostname.slice(1, -1);
  if (canonical === undefined) return undefined;
  const [head = '', tail = ''] = canonical.split('::');
  const before = groups(head);
  const after = groups(tail);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  const prefix = [...before, ...zeros, ...after].slice(0, 4);
  while (prefix.at(-1) === '0') prefix.pop();
  return `${prefix.join(':')}::/64`;
}

function groups(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
