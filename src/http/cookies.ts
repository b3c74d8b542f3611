import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from './environment.ts';

/**
 * Cookies of ours: who is signed in, a signed-out browser's CSRF secret, what to tell on the next page,
 * which language was chosen, what a run of the playground has to remember while it is away.
 */
type CookieName = 'session' | 'visitor' | 'notice' | 'language' | 'playground';

function overHttps(c: AppContext): boolean {
  return c.var.deps.institution.issuer.startsWith('https:');
}

/** `__Host-` keeps subdomains and plain http from planting a cookie (RFC 6265bis §4.1.3.2). */
function fullName(c: AppContext, name: CookieName): string {
  return overHttps(c) ? `__Host-${name}` : name;
}

export function readCookie(c: AppContext, name: CookieName): string | undefined {
  const value = getCookie(c, fullName(c, name));
  return value === '' ? undefined : value;
}

/** @param maxAge in seconds; undefined: until the browser closes */
export function writeCookie(
  c: AppContext,
  name: CookieName,
  { value, maxAge }: { readonly value: string; readonly maxAge?: number },
): void {
  setCookie(c, fullName(c, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: overHttps(c),
    ...(maxAge === undefined ? {} : { maxAge }),
  });
}

export function dropCookie(c: AppContext, name: CookieName): void {
  deleteCookie(c, fullName(c, name), { path: '/', secure: overHttps(c) });
}
