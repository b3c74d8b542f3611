import { bodyLimit } from 'hono/body-limit';
import type { AppMiddleware } from './environment.ts';
import { showError } from './page-response.tsx';

/** Refuses a larger body before it is read. The first limit on a request's way is the one that counts. */
export function limitBody(maximumBytes: number): AppMiddleware {
  const limit = bodyLimit({
    maxSize: maximumBytes,
    onError: async (c) =>
      showError(c, {
        status: 413,
        title: 'That is too large',
        explanation: `What was sent is larger than ${Math.round(maximumBytes / 1024)} KiB.`,
        advice: 'Go back, send less, and try again.',
      }),
  });
  return async (c, next) => {
    if (c.var.bodyIsLimited === true) {
      await next();
      return undefined;
    }
    c.set('bodyIsLimited', true);
    return limit(c, next);
  };
}
