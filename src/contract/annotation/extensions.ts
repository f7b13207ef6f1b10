import type { Governance } from '../model/index.js'

/** Where an annotation may stand. */
export type Place =
  | 'document'
  | 'info'
  | 'server'
  | 'path'
  | 'channel'
  | 'operation'
  | 'message'
  | 'parameter'
  | 'security-scheme'
  | 'schema'

const everywhere: readonly Place[] = [
  'document',
  'info',
  'server',
  'path',
  'channel',
  'operation',
  'message',
  'parameter',
  'schema',
]
const downward: readonly Place[] = ['document', 'info', 'path', 'channel', 'operation', 'message']

/** Each extension and where it belongs. `parameter` stands for headers, bodies, responses and media types, too. */
export const placesOf: ReadonlyMap<string, readonly Place[]> = new Map<string, readonly Place[]>([
  ['x-tenant-scope', downward],
  ['x-tenant-key', ['parameter', 'message', 'schema', 'security-scheme']],
  ['x-tenant-pathways', ['document', 'info']],
  ['x-data-classification', everywhere],
  ['x-data-policy', ['document', 'info']],
  ['x-data-residency', ['document', 'info', 'server', 'path', 'channel', 'operation', 'message', 'schema']],
  ['x-data-retention', [...downward, 'schema']],
  ['x-idempotency', downward],
  ['x-resilience', ['document', 'info', 'operation']],
  ['x-compensated-by', ['operation', 'message']],
  ['x-data-flow', ['document', 'info', 'operation', 'message']],
  ['x-owner', ['document', 'info']],
  ['x-lifecycle', [...downward, 'parameter', 'schema']],
  ['x-audience', ['info']],
  ['x-api-id', ['info']],
])

/** In the words of messages. */
export const placeNames: Readonly<Record<Place, string>> = {
  document: 'the document',
  info: '`info`',
  server: 'a server',
  path: 'a path',
  channel: 'a channel',
  operation: 'an operation',
  message: 'a message',
  parameter: 'a parameter, header, body or response',
  'security-scheme': 'a security scheme',
  schema: 'a schema',
}

export type GovernancePlace = 'document' | 'server' | 'path' | 'channel' | 'operation' | 'message'
export type Governed = Exclude<keyof Governance, 'unreadable'>
