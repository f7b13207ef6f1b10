/**
 * The import table: each layer, and the layers it may import. This is the only place that says so; the linter reads it
 * and `docs/architecture.md` shows it.
 */
export const layers = {
  util: [],
  diagnostic: ['util'],
  rule: ['util', 'diagnostic'],
  contract: ['util', 'diagnostic', 'rule'],
  config: ['util', 'diagnostic', 'contract'],
  policy: ['util', 'diagnostic', 'rule', 'contract'],
  diff: ['util', 'diagnostic', 'rule', 'contract'],
  generate: ['util', 'diagnostic', 'contract'],
  usage: ['util', 'diagnostic'],
  catalog: ['util', 'diagnostic', 'rule', 'config', 'contract', 'policy', 'diff'],
  api: ['util', 'diagnostic', 'rule', 'config', 'contract', 'policy', 'diff', 'generate', 'usage', 'catalog'],
  commands: ['util', 'diagnostic', 'config', 'api'],
}

/** Inside `contract/`: positions and references first, then meaning. */
export const contractLayers = {
  model: [],
  source: ['model'],
  annotation: ['model', 'source'],
  alike: ['model', 'source'],
  schema: ['model', 'source', 'annotation', 'alike'],
  openapi: ['model', 'source', 'annotation', 'alike', 'schema'],
  asyncapi: ['model', 'source', 'annotation', 'schema'],
}

/** Inside the runtime. */
export const runtimeLayers = {
  wire: ['error'],
  error: [],
  context: ['error'],
  keys: ['error', 'context'],
  codec: ['error'],
  masking: ['error', 'context', 'keys', 'codec'],
  audit: ['error', 'context'],
  auth: ['error', 'context'],
  grant: ['error', 'context', 'audit', 'tenancy'],
  tenancy: ['error', 'context'],
  hop: ['error', 'wire', 'context', 'auth'],
  idempotency: ['error', 'context', 'keys'],
  resilience: ['error'],
  postgres: ['error', 'context', 'idempotency'],
  redis: ['error', 'context', 'hop', 'idempotency', 'server'],
  client: ['error', 'wire', 'context', 'codec', 'masking', 'resilience'],
  server: [
    'error',
    'wire',
    'context',
    'keys',
    'codec',
    'masking',
    'audit',
    'auth',
    'grant',
    'tenancy',
    'idempotency',
    'resilience',
  ],
  otel: ['error', 'context', 'client', 'server'],
  node: ['error', 'context', 'server'],
  fetch: ['error', 'server'],
  express: ['server', 'node'],
  fastify: ['error', 'server', 'node'],
  hono: ['server', 'fetch'],
  testing: ['error', 'context', 'auth', 'audit', 'idempotency', 'server', 'masking', 'fetch'],
}
