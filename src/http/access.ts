import { createMiddleware } from 'hono/factory';
import type { AppContext, AppEnvironment, SignedIn } from './environment.ts';
import { localPath, withQuery, type LocalPath } from './local-path.ts';
import { isMaintainer } from './maintainer.ts';
import { ownPath } from './own-path.ts';
import { notFound, redirect } from './page-response.tsx';

/** Where to sign in, and to come back from with the whole query. */
export function signInPath(next: LocalPath): LocalPath {
  return withQuery(localPath`/auth/login`, { next });
}

/** For pages that need somebody: signs in first, then comes back. */
export const signedInOnly = createMiddleware<AppEnvironment>(async (c, next) => {
  if (c.var.signedIn === undefined) return redirect(c, signInPath(ownPath(c)));
  await next();
  return undefined;
});

/** For maintainers; to anybody else who is signed in it does not exist. Nobody knows yet who is not. */
export const maintainersOnly = createMiddleware<AppEnvironment>(async (c, next) => {
  if (c.var.signedIn === undefined) return redirect(c, signInPath(ownPath(c)));
  if (!isMaintainer(c)) return notFound(c);
  await next();
  return undefined;
});

/** Who is signed in, behind `signedInOnly`. */
export function signedInPerson(c: AppContext): SignedIn {
  const { signedIn } = c.var;
  if (signedIn === undefined) throw new Error('This route is not behind signedInOnly.');
  return signedIn;
}
