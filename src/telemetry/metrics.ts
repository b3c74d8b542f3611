import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What Prometheus collects. */
export interface Metrics {
  /** @param seconds from its first byte to our answer */
  requestAnswered(answered: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  /** @param outcome `unavailable`: the database could not serve */
  storageAsked(asked: {
    readonly operation: string;
    readonly outcome: 'answered' | 'failed' | 'unavailable';
    readonly seconds: number;
  }): void;
  /** The exposition format, and its media type. */
  expose(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** From a token look-up to a sign-in, in seconds. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Verbs of HTTP; anybody may send any other, and each would be a series of its own. */
const VERBS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'omniport_http_request_duration_seconds',
    help: 'Time to answer a request, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const storage = new Histogram({
    name: 'omniport_storage_operation_duration_seconds',
    help: 'Time the storage took for an operation of its contract.',
    labelNames: ['operation'],
    buckets: BUCKETS,
    registers,
  });
  const failures = new Counter({
    name: 'omniport_storage_failures_total',
    help: 'Operations that failed; unavailable: the database could not serve.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  return {
    requestAnswered({ method, route, status, seconds }) {
      const verb = VERBS.has(method) ? method : 'other';
      requests.observe({ method: verb, route, status: String(status) }, seconds);
    },
    storageAsked({ operation, outcome, seconds }) {
      storage.observe({ operation }, seconds);
      if (outcome !== 'answered') failures.inc({ operation, outcome });
    },
    expose: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
