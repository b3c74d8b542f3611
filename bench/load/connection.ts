import net from 'node:net';
import { type HttpAnswer, parseAnswer } from './http-answer.ts';

/** Where a server listens. */
export interface Address {
  readonly host: '127.0.0.1';
  readonly port: number;
}

/** One keep-alive connection with one request under way at a time, as a browser or an app's server has. */
export interface Connection {
  /** Sends a request (Latin-1) and calls back once, with its answer or with what went wrong. */
  exchange(request: string, callback: (outcome: ExchangeOutcome) => void): void;
  close(): void;
}

export type ExchangeOutcome =
  { readonly answer: HttpAnswer } | { readonly answer: undefined; readonly problem: string };

/** Longer than any answer that is right; a server that does not answer is a failure, not a pause. */
const ANSWER_TIMEOUT = 30_000;

/**
 * A connection that opens when first used, and again after the server closed it.
 * Written on bare sockets: Node.js's own HTTP client costs more than the servers it would measure.
 */
export function keepAliveConnection(address: Address): Connection {
  let socket: net.Socket | undefined;
  let received = '';
  let waiting: ((outcome: ExchangeOutcome) => void) | undefined;
  /** To be sent once more if the server closes a connection it kept open, as HTTP clients do. */
  let retry: string | undefined;

  function settle(outcome: ExchangeOutcome): void {
    const callback = waiting;
    waiting = undefined;
    received = '';
    callback?.(outcome);
  }

  function fail(from: net.Socket, problem: string): void {
    if (from !== socket) return;
    drop();
    if (retry !== undefined && received === '') {
      const request = retry;
      retry = undefined;
      send(request);
      return;
    }
    settle({ answer: undefined, problem });
  }

  function send(request: string): void {
    socket ??= open();
    socket.write(request, 'latin1');
  }

  function drop(): void {
    socket?.destroy();
    socket = undefined;
  }

  function read(from: net.Socket, ended: boolean): void {
    if (from !== socket) return;
    if (waiting === undefined) {
      if (received !== '' || ended) drop();
      return;
    }
    try {
      const parsed = parseAnswer(received, ended);
      if (parsed.type === 'incomplete') {
        if (ended) fail(from, 'The server closed the connection instead of answering.');
        return;
      }
      if (parsed.length !== received.length) {
        fail(from, 'The server sent more than one answer.');
        return;
      }
      if (parsed.closes || ended) drop();
      settle({ answer: parsed.answer });
    } catch (error) {
      fail(from, (error as Error).message);
    }
  }

  function open(): net.Socket {
    const opened = net.connect({
      ...address,
      noDelay: true,
      // One buffer for all reads: nothing to allocate for each.
      onread: {
        buffer: Buffer.allocUnsafe(64 * 1024),
        callback(count: number, buffer: Uint8Array): boolean {
          const text = (buffer as Buffer).toString('latin1', 0, count);
          if (opened === socket) {
            received = received === '' ? text : received + text;
            read(opened, false);
          }
          return true;
        },
      },
    });
    opened.setTimeout(ANSWER_TIMEOUT, () => fail(opened, 'No answer within 30 seconds.'));
    opened.on('end', () => read(opened, true));
    opened.on('error', (error) => fail(opened, error.message));
    opened.on('close', () => fail(opened, 'The connection was closed.'));
    return opened;
  }

  return {
    exchange(request, callback) {
      if (waiting !== undefined) throw new Error('A request is under way on this connection.');
      waiting = callback;
      retry = socket === undefined ? undefined : request;
      send(request);
    },
    close: drop,
  };
}
