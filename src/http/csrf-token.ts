import { readCookie, writeCookie } from './cookies.ts';
import type { AppContext } from './environment.ts';
import type { Form } from './form-body.ts';

/**
 * The token that forms of this browser carry: derived from the session's secret, or from a cookie of its own
 * while nobody is signed in. So it changes at sign-in, and what a page shows does not reveal the cookie.
 */
export function csrfToken(c: AppContext): string {
  const secret = c.var.signedIn?.sessionSecret ?? readCookie(c, 'visitor') ?? newVisitor(c);
  return tokenOf(c, secret);
}

function newVisitor(c: AppContext): string {
  const secret = Buffer.from(c.var.deps.random(32)).toString('base64url');
  writeCookie(c, 'visitor', { value: secret });
  return secret;
}

function tokenOf(c: AppContext, secret: string): string {
  return Buffer.from(c.var.deps.hashSecret(`csrf ${secret}`)).toString('base64url');
}

/** Whether the form carries the token of the browser that sent it. */
export function hasCsrfToken(c: AppContext, form: Form): boolean {
  const secret = c.var.signedIn?.sessionSecret ?? readCookie(c, 'visitor');
  // Both sides are digests' text; what a comparison's time tells leads nowhere.
  return secret !== undefined && form.text('csrf_token') === tokenOf(c, secret);
}
