import { createMiddleware } from 'hono/factory';
import { findSignedIn } from '../account/session.ts';
import { dropCookie, readCookie, writeCookie } from './cookies.ts';
import type { AppContext, AppEnvironment } from './environment.ts';

/** Tells pages who is signed in. */
export const readSession = createMiddleware<AppEnvironment>(async (c, next) => {
  const sessionSecret = readCookie(c, 'session');
  if (sessionSecret !== undefined) {
    const { storage, hashSecret } = c.var.deps;
    const found = await findSignedIn(sessionSecret, { storage, hashSecret, now: c.var.now });
    if (found === undefined) dropCookie(c, 'session');
    else c.set('signedIn', { ...found, sessionSecret });
  }
  await next();
});

/** For the header of pages. Not where it is not shown, so that signing in to an app costs nothing for it. */
export const countUnread = createMiddleware<AppEnvironment>(async (c, next) => {
  const { deps, signedIn } = c.var;
  if (signedIn !== undefined && c.req.path !== '/oauth/authorise') {
    c.set('unread', await deps.storage.countUnreadNotifications(signedIn.account.id));
  }
  await next();
});

export function writeSession(c: AppContext, sessionSecret: string): void {
  // The browser keeps it as long as we do, so that a campus signs in once, not daily.
  writeCookie(c, 'session', { value: sessionSecret, maxAge: c.var.deps.lifetimes.session });
}

export function dropSession(c: AppContext): void {
  dropCookie(c, 'session');
}
