import { CLIENT_ENDPOINTS, createApp } from '../../src/http/app.ts';
import type { TestServer } from './test-server.ts';

/** One line of the route table. */
export interface Route {
  /** `POST` for a route that answers every verb itself. */
  readonly method: string;
  /** As in the table: `/developer/:number/team`. */
  readonly pattern: string;
  /** An address it matches. */
  readonly path: string;
}

/** What an address of a pattern is made of, by the name of its parameter. */
export type PathValues = Readonly<Record<string, string | number>>;

/**
 * Every route of the app, so that no new one escapes the tests that are about all of them.
 * Middleware stands in the table as well, as `ALL`; it is left out.
 */
export function everyRoute({ dependencies }: TestServer, values: PathValues): readonly Route[] {
  const app = createApp(dependencies);
  const handlers = app.routes.filter(({ method }) => method !== 'ALL');
  const table = new Map(
    [...handlers, ...PROTOCOL_ENDPOINTS.map((path) => ({ method: 'POST', path }))].map(
      ({ method, path: pattern }) => [`${method} ${pattern}`, pattern],
    ),
  );
  return [...table].map(([key, pattern]) => ({
    method: key.slice(0, key.indexOf(' ')),
    pattern,
    path: pattern.replaceAll(/:(\w+)|\*/gu, (_match, name: string | undefined) =>
      String(values[name ?? '*'] ?? 1),
    ),
  }));
}

/** The endpoints that clients call: without cookies, and so without anything a form of another site could use. */
export const PROTOCOL_ENDPOINTS: readonly string[] = [...CLIENT_ENDPOINTS.keys()];
