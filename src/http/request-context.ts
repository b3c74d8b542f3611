import { getConnInfo } from '@hono/node-server/conninfo';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { AppDependencies } from './dependencies.ts';
import type { AppContext, AppEnvironment, AppMiddleware } from './environment.ts';

/** Gives the request its dependencies, its one reading of the clock and its id, and logs its end. */
export function requestContext(deps: AppDependencies): AppMiddleware {
  return createMiddleware<AppEnvironment>(async (c, next) => {
    const now = deps.clock();
    const requestId = Buffer.from(deps.random(12)).toString('base64url');
    c.set('deps', deps);
    c.set('now', now);
    c.set('requestId', requestId);
    await next();
    c.header('X-Request-Id', requestId);
    // The route's pattern, not the address: a query may hold a code, a state or a reset link.
    deps.log.info(
      {
        requestId,
        method: c.req.method,
        route: routePath(c, -1),
        status: c.res.status,
        milliseconds: deps.clock() - now,
      },
      'request',
    );
  });
}

/** The network address of whoever sent the request. */
export function clientAddress(c: AppContext): string {
  if (c.var.deps.trustProxy) {
    // Ours is the last proxy, so the last entry is what it saw; the ones before are the sender's word.
    const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (forwarded !== undefined && forwarded !== '') return forwarded;
  }
  return getConnInfo(c).remote.address ?? '';
}
