import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

import { type Storage, StorageUnavailableError } from '../domain/storage.ts';
import { metricsServer } from './metrics-server.ts';
import { openMetrics } from './metrics.ts';
import { requestObserver, watchedStorage } from './telemetry.ts';
import { openTraces } from './traces.ts';

let seconds = 0;
const elapsed = (): number => (seconds += 0.01);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('metrics for Prometheus', () => {
  it('count requests by verb, route pattern and status', async () => {
    const metrics = openMetrics();
    const observe = requestObserver({ metrics, traces: undefined, elapsed });
    const request = { method: 'POST', traceparent: undefined };
    await observe(request, async () => ({ route: '/open_auth/token', status: 400 }));
    await observe({ ...request, method: 'MADE-UP' }, async () => ({ route: '/', status: 404 }));

    const origin = await listen(metricsServer(metrics));
    const response = await fetch(`${origin}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    expect(text).toContain(
      'omniport_http_request_duration_seconds_count{method="POST",route="/open_auth/token",status="400"} 1',
    );
    expect(text).toContain('method="other",route="/",status="404"} 1');
    expect(text).toContain('process_resident_memory_bytes');
    expect((await fetch(`${origin}/`)).status).toBe(404);
  });

  it('tell how long the storage takes, and when it could not serve', async () => {
    const metrics = openMetrics();
    const storage = watchedStorage(
      {
        isEmpty: async () => true,
        holdsDemoData: async () => {
          throw new StorageUnavailableError('The database cannot serve now.');
        },
      } as Partial<Storage> as Storage,
      { metrics, traces: undefined, elapsed },
    );
    expect(await storage.isEmpty()).toBe(true);
    await expect(storage.holdsDemoData()).rejects.toThrow(StorageUnavailableError);
    const { text } = await metrics.expose();
    expect(text).toContain(
      'omniport_storage_operation_duration_seconds_count{operation="isEmpty"} 1',
    );
    expect(text).toContain(
      'omniport_storage_failures_total{operation="holdsDemoData",outcome="unavailable"} 1',
    );
  });

  it('cost nothing when nobody watches', () => {
    const storage = {} as Storage;
    expect(watchedStorage(storage, { metrics: undefined, traces: undefined, elapsed })).toBe(
      storage,
    );
  });
});

describe('traces for an OpenTelemetry collector', () => {
  it('go on from the caller, name the route, and hold what the storage did', async () => {
    const exported: string[] = [];
    const collector = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        exported.push(Buffer.concat(chunks).toString());
        outgoing.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
      });
    });
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = await listen(collector);
    const traces = await openTraces('1.2.3');
    const watchers = { metrics: undefined, traces, elapsed };
    const storage = watchedStorage({ isEmpty: async () => true } as Partial<Storage> as Storage, {
      ...watchers,
    });
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
    await requestObserver(watchers)({ method: 'GET', traceparent }, async () => {
      await storage.isEmpty();
      return { route: '/developer/:number', status: 200 };
    });
    await traces.close();

    const [request] = exported;
    const { resourceSpans } = JSON.parse(request ?? '{}') as {
      resourceSpans: { scopeSpans: { spans: ExportedSpan[] }[] }[];
    };
    const spans = resourceSpans.flatMap((each) => each.scopeSpans.flatMap((scope) => scope.spans));
    const names = spans.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other));
    expect(names).toEqual(['GET /developer/:number', 'storage isEmpty']);
    expect(spans.every((span) => span.traceId === traceId)).toBe(true);
    const [outer, inner] = ['GET /developer/:number', 'storage isEmpty'].map((name) =>
      spans.find((span) => span.name === name),
    );
    expect(outer?.parentSpanId).toBe('b7ad6b7169203331');
    expect(inner?.parentSpanId).toBe(outer?.spanId);
  });
});

interface ExportedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}
