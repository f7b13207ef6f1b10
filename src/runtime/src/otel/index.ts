/** Spans and metrics by OpenTelemetry; asks for the package `@opentelemetry/api`. */
export { type OpenTelemetryOptions, openTelemetry } from './open-telemetry.js'
export { type TracedClientOptions, tracedClient } from './traced-client.js'
