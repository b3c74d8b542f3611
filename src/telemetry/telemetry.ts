import { type Storage, StorageUnavailableError } from '../domain/storage.ts';
import type { RequestObserver } from '../domain/request-observer.ts';
import type { Metrics } from './metrics.ts';
import type { Traces } from './traces.ts';

/** What watches; undefined: it does not. */
export interface Watchers {
  readonly metrics: Metrics | undefined;
  readonly traces: Traces | undefined;
  /** Seconds since some moment, never going back. */
  readonly elapsed: () => number;
}

/** Watches each request from its first byte to our answer. */
export function requestObserver({ metrics, traces, elapsed }: Watchers): RequestObserver {
  const measured: RequestObserver = async (request, answer) => {
    if (metrics === undefined) return answer();
    const begin = elapsed();
    const answered = await answer();
    metrics.requestAnswered({ ...request, ...answered, seconds: elapsed() - begin });
    return answered;
  };
  if (traces === undefined) return measured;
  return async (request, answer) =>
    traces.inRequest(request, async (span) => {
      const answered = await measured(request, answer);
      span.answered(answered);
      return answered;
    });
}

type Method = (...parameters: readonly unknown[]) => unknown;

/** The same storage, watched; itself when nothing watches, so that nobody pays for it. */
export function watchedStorage(storage: Storage, watchers: Watchers): Storage {
  if (watchers.metrics === undefined && watchers.traces === undefined) return storage;
  const methods = Object.entries(storage) as [string, Method][];
  const entries = methods.map(([name, method]): [string, Method] => [
    name,
    // Notes return at once and ask nothing.
    name.startsWith('note') || name === 'close' ? method : watched(name, method, watchers),
  ]);
  return Object.fromEntries(entries) as unknown as Storage;
}

function watched(
  operation: string,
  method: Method,
  { metrics, traces, elapsed }: Watchers,
): Method {
  const measured = async (parameters: readonly unknown[]): Promise<unknown> => {
    const begin = elapsed();
    let outcome: 'answered' | 'failed' | 'unavailable' = 'answered';
    try {
      return await method(...parameters);
    } catch (error) {
      outcome = error instanceof StorageUnavailableError ? 'unavailable' : 'failed';
      throw error;
    } finally {
      metrics?.storageAsked({ operation, outcome, seconds: elapsed() - begin });
    }
  };
  return traces === undefined
    ? async (...parameters) => measured(parameters)
    : async (...parameters) => traces.inStorage(operation, async () => measured(parameters));
}
