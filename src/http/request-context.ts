import { getConnInfo } from '@hono/node-server/conninfo';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Instant } from '../domain/clock.ts';
import type { AnsweredRequest } from '../domain/request-observer.ts';
import type { AppDependencies } from './dependencies.ts';
import type { AppContext, AppEnvironment, AppMiddleware } from './environment.ts';

/** Gives the request its dependencies, its one reading of the clock and its id, and logs its end. */
export function requestContext(deps: AppDependencies): AppMiddleware {
  const newRequestId = requestIds(deps);
  return createMiddleware<AppEnvironment>(async (c, next) => {
    const now = deps.clock();
    const requestId = newRequestId();
    c.set('deps', { ...deps, storage: deps.requestStorage(deps.storage) });
    c.set('now', now);
    c.set('requestId', requestId);
    const { method } = c.req;
    const request = { method, traceparent: c.req.header('traceparent') };
    const answered = await deps.observe(request, async () => {
      await next();
      c.header('X-Request-Id', requestId);
      return { route: routeOf(c), status: c.res.status };
    });
    logRequest(deps, { requestId, method, ...answered, now });
  });
}

/** The pattern of what answers; what is registered for every verb only stands before it. */
function routeOf(c: AppContext): string {
  return matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'unmatched';
}

/** The route's pattern, not the address: a query may hold a code, a state or a reset link. */
export function logRequest(
  { log, clock }: Pick<AppDependencies, 'log' | 'clock'>,
  request: AnsweredRequest & {
    readonly requestId: string;
    readonly method: string;
    readonly now: Instant;
  },
): void {
  const { now, ...fields } = request;
  log.info({ ...fields, milliseconds: clock() - now }, 'request');
}

/** The network address of whoever sent the request. */
export function clientAddress(c: AppContext): string {
  return senderAddress(c.var.deps, {
    forwardedFor: c.req.header('x-forwarded-for'),
    socket: getConnInfo(c).remote.address,
  });
}

/**
 * @param seen `forwardedFor`: the X-Forwarded-For header; `socket`: the address at the other end of the connection
 */
export function senderAddress(
  { trustProxy }: Pick<AppDependencies, 'trustProxy'>,
  seen: {
    readonly forwardedFor: string | readonly string[] | undefined;
    readonly socket: string | undefined;
  },
): string {
  // Ours is the last proxy, so the last entry is what it saw; the ones before are the sender's word.
  const forwarded = trustProxy
    ? seen.forwardedFor?.toString().split(',').at(-1)?.trim()
    : undefined;
  return forwarded === undefined || forwarded === '' ? (seen.socket ?? '') : forwarded;
}

/**
 * Ids that tie an answer to its lines in the log: 72 random bits for this process, which cost time, then a count.
 * They are no secret.
 */
export function requestIds({ random }: Pick<AppDependencies, 'random'>): () => string {
  const prefix = Buffer.from(random(9)).toString('base64url');
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${count.toString(36)}`;
  };
}
