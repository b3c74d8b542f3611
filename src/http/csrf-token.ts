import { readCookie, writeCookie } from './cookies.ts';
import type { AppContext } from './environment.ts';
import type { Form } from './form-body.ts';

/**
 * The token that forms of this browser carry: derived from the session's secret, or from a cookie of its own
 * while nobody is signed in. So it changes at sign-in, and what a page shows does not reveal the cookie.
 */
export function csrfToken(c: AppContext): string {
  const secret = c.var.signedIn?.sessionSecret ?? readCookie(c, 'visitor') ?? newVisitor(c);
  return masked(tokenOf(c, secret), c.var.deps.random(TOKEN_SIZE));
}

function newVisitor(c: AppContext): string {
  const secret = Buffer.from(c.var.deps.random(32)).toString('base64url');
  writeCookie(c, 'visitor', { value: secret });
  return secret;
}

/** In bytes: half of what a form carries. */
const TOKEN_SIZE = 16;

/** What a form has to prove that it knows. The same for as long as the secret. */
function tokenOf(c: AppContext, secret: string): Uint8Array {
  return c.var.deps.hashSecret(`csrf ${secret}`).subarray(0, TOKEN_SIZE);
}

/** Looks different on every page, so that the size of a compressed one does not give it away (docs/adr/0016). */
function masked(token: Uint8Array, mask: Uint8Array): string {
  return Buffer.concat([mask, exclusiveOr(token, mask)]).toString('base64url');
}

function unmasked(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64url');
  return exclusiveOr(bytes.subarray(TOKEN_SIZE), bytes.subarray(0, TOKEN_SIZE));
}

function exclusiveOr(bytes: Uint8Array, mask: Uint8Array): Uint8Array {
  // eslint-disable-next-line no-bitwise -- it is what masking is
  return bytes.map((byte, index) => byte ^ (mask[index] ?? 0));
}

/** Whether the form carries the token of the browser that sent it. */
export function hasCsrfToken(c: AppContext, form: Form): boolean {
  const secret = c.var.signedIn?.sessionSecret ?? readCookie(c, 'visitor');
  if (secret === undefined) return false;
  // Both sides are digests; what a comparison's time tells leads nowhere.
  return Buffer.from(tokenOf(c, secret)).equals(unmasked(form.text('csrf_token')));
}
