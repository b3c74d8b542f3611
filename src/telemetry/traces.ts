import {
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/** Spans around requests and what the storage does for them. */
export interface Traces {
  /** @param traceparent of the caller (W3C Trace Context), if it is traced as well */
  inRequest<Result>(
    request: { readonly method: string; readonly traceparent: string | undefined },
    work: (span: RequestSpan) => Promise<Result>,
  ): Promise<Result>;
  inStorage<Result>(operation: string, work: () => Promise<Result>): Promise<Result>;
  /** Hands over what is not exported yet. */
  close(): Promise<void>;
}

interface RequestSpan {
  /** The route's pattern, never the address. */
  answered(answer: { readonly route: string; readonly status: number }): void;
}

/**
 * Starts tracing to the collector that the standard `OTEL_…` variables name.
 * The packages are loaded here, so that whoever does not trace does not carry them.
 */
export async function openTraces(serviceVersion: string): Promise<Traces> {
  const [
    { BatchSpanProcessor, TracerProvider },
    { OTLPTraceExporter },
    { defaultResource, resourceFromAttributes },
    { AsyncLocalStorageContextManager },
    { W3CTraceContextPropagator },
  ] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/core'),
  ]);
  const provider = new TracerProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({ 'service.name': 'omniport', 'service.version': serviceVersion }),
    ),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  const tracer = trace.getTracer('omniport');
  return {
    async inRequest({ method, traceparent }, work) {
      const parent = propagation.extract(context.active(), { traceparent });
      const options = { kind: SpanKind.SERVER, attributes: { 'http.request.method': method } };
      return tracer.startActiveSpan(method, options, parent, async (span) =>
        ended(span, async () =>
          work({
            answered({ route, status }) {
              span.updateName(`${method} ${route}`);
              span.setAttributes({ 'http.route': route, 'http.response.status_code': status });
              if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
            },
          }),
        ),
      );
    },
    async inStorage(operation, work) {
      return tracer.startActiveSpan(`storage ${operation}`, async (span) => ended(span, work));
    },
    close: async () => provider.shutdown(),
  };
}

async function ended<Result>(span: Span, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // Its kind only: a message may tell of data.
    span.setStatus({
      code: SpanStatusCode.ERROR,
      message: error instanceof Error ? error.name : '',
    });
    throw error;
  } finally {
    span.end();
  }
}
