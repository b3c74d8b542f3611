import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The app of the walkthrough: a server that receives the code, and talks to the provider behind the scenes. */
export interface ClientApp {
  readonly redirectUri: string;
  /** The parameters that the last browser brought. */
  lastCallback(): URLSearchParams;
  close(): Promise<void>;
}

export async function startClientApp(): Promise<ClientApp> {
  let last = new URLSearchParams();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/callback') {
      response.writeHead(204).end();
      return;
    }
    last = url.searchParams;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><html lang="en"><title>Book Swap</title><h1>Welcome back</h1>');
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    redirectUri: `http://localhost:${port}/callback`,
    lastCallback: () => last,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
