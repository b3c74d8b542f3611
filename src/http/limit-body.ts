import { bodyLimit } from 'hono/body-limit';
import type { AppHandler, AppMiddleware } from './environment.ts';
import { pageTexts } from './language.ts';
import { showError } from './page-response.tsx';

/**
 * Refuses a larger body before it is read. The first limit on a request's way is the one that counts.
 * @param refuse what to answer then
 */
export function limitBody(maximumBytes: number, refuse: AppHandler = showTooLarge): AppMiddleware {
  const limit = bodyLimit({ maxSize: maximumBytes, onError: refuse });
  return async (c, next) => {
    if (c.var.bodyIsLimited === true) {
      await next();
      return undefined;
    }
    c.set('bodyIsLimited', true);
    return limit(c, next);
  };
}

const showTooLarge: AppHandler = async (c) =>
  showError(c, { status: 413, ...pageTexts(c).errors.tooLarge });
