import { createMiddleware } from 'hono/factory';
import { headerList, type HeaderList } from './client-endpoint.ts';
import type { AppContext, AppEnvironment } from './environment.ts';

/** Nothing but our own files, no inline script or style, nobody may frame us. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** On every answer; a route may set a header of its own first. */
export const securityHeaders = createMiddleware<AppEnvironment>(async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeadersOf(c.var.deps.institution.issuer))) {
    if (!c.res.headers.has(name)) c.header(name, value);
  }
});

function securityHeadersOf(issuer: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy({ formAction: 'self' }),
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    // Our own addresses may hold a code or a state: no other origin learns them.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(issuer.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

/** The same, for answers that the framework does not make. */
export function securityHeaderList(issuer: string): HeaderList {
  return headerList(securityHeadersOf(issuer));
}

/**
 * Browsers apply `form-action` to every redirect that follows a form, too. Allowing an app sends the person to the
 * app, and from there wherever the app likes: that one page says `anywhere`.
 */
function contentSecurityPolicy({ formAction }: { formAction: 'self' | 'anywhere' }): string {
  return [
    ...CONTENT_SECURITY_POLICY,
    ...(formAction === 'self' ? ["form-action 'self'"] : []),
  ].join('; ');
}

/** For a page whose form leads to a registered redirect URI. */
export function allowFormsToLeadAnywhere(c: AppContext): void {
  c.header('Content-Security-Policy', contentSecurityPolicy({ formAction: 'anywhere' }));
}
