import { createMiddleware } from 'hono/factory';
import { hasCsrfToken } from './csrf-token.ts';
import type { AppContext, AppEnvironment } from './environment.ts';
import { formFrom, parseFormEntries } from './form-body.ts';
import { showForgedForm, showStaleForm } from './stale-form.tsx';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Reads the form of a POST and lets it through only if our own page sent it:
 * the browser says so (Fetch Metadata, Origin), and the form carries this browser's token.
 */
export const protectForms = createMiddleware<AppEnvironment>(async (c, next) => {
  if (!SAFE_METHODS.has(c.req.method)) {
    if (!isSameOrigin(c)) return showForgedForm(c);
    const form = formFrom(await parseFormEntries(c.req.header('content-type'), c.req));
    if (!hasCsrfToken(c, form)) return showStaleForm(c, form);
    c.set('form', form);
  }
  await next();
  return undefined;
});

function isSameOrigin(c: AppContext): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  // A browser that tells neither is left to the token.
  return origin === undefined || URL.parse(origin)?.host === c.req.header('host');
}
