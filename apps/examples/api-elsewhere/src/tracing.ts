import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { FetchInstrumentation } from '@opentelemetry/instrumentation-fetch';
import { WebTracerProvider } from '@opentelemetry/sdk-trace-web';

/** Every fetch of the page is traced; those for sessions carry `traceparent` to the API. */
export function startTracing(api: string): void {
  new WebTracerProvider().register();
  registerInstrumentations({
    instrumentations: [new FetchInstrumentation({ propagateTraceHeaderCorsUrls: [new RegExp(`^${api}/meshes/`)] })],
  });
}
