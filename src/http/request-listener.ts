import { getRequestListener } from '@hono/node-server';
import type { RequestListener } from 'node:http';
import { CLIENT_ENDPOINTS, createApp } from './app.ts';
import { canonicalPath } from './canonical-path.ts';
import { clientListener } from './client-listener.ts';
import type { AppDependencies } from './dependencies.ts';

/** Answers everything: the protocol by itself, pages through the framework. */
export function requestListener(dependencies: AppDependencies): RequestListener {
  const answerClient = clientListener(dependencies);
  const answerPage = getRequestListener(createApp(dependencies).fetch);
  return (incoming, outgoing) => {
    const route = canonicalPath(incoming.url ?? '');
    const endpoint = CLIENT_ENDPOINTS.get(route);
    if (endpoint === undefined) void answerPage(incoming, outgoing);
    else void answerClient({ route, endpoint }, incoming, outgoing);
  };
}
