import type { Config } from '../config.ts';

/** What listening needs of an HTTP server. */
export interface ListeningServer {
  listen(options: { readonly port: number; readonly host?: string }): unknown;
  once(event: 'listening', listener: () => void): unknown;
  once(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

export type ListenOutcome =
  | { readonly type: 'listening' }
  /** `message` is for the operator: what is wrong, and what to do about it. */
  | { readonly type: 'refused'; readonly message: string };

/** Binds the server to its address. */
export async function listen(
  server: ListeningServer,
  { port, host }: Pick<Config, 'port' | 'host'>,
): Promise<ListenOutcome> {
  return new Promise((resolve) => {
    server.once('listening', () => resolve({ type: 'listening' }));
    server.once('error', (error) =>
      resolve({ type: 'refused', message: refusal(error, { port, host }) }),
    );
    server.listen(host === null ? { port } : { port, host });
  });
}

function refusal(
  { code, message }: NodeJS.ErrnoException,
  { port, host }: Pick<Config, 'port' | 'host'>,
): string {
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken, perhaps by another Omniport. Stop it, or choose another port: PORT=${port + 1} npm start`,
    EACCES: `Port ${port} is reserved for the system. Choose one above 1023, and put a reverse proxy in front.`,
    EADDRNOTAVAIL: `HOST is ${host ?? ''}, which is no address of this machine. Remove it, or set it to 0.0.0.0 for all.`,
    ENOTFOUND: `HOST is ${host ?? ''}, which this machine cannot resolve. Remove it, or set it to 0.0.0.0 for all.`,
  };
  return known[code ?? ''] ?? `Port ${port} cannot be used: ${message}.`;
}
