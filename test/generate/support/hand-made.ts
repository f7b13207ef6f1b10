import type { Contract, HttpOperation, Schema } from '../../../src/contract/model/index.js'

/** A contract in the model's own terms, for tests of what comes after loading. */
export function contractOf(parts: Partial<Contract>): Contract {
  return {
    kind: 'contract',
    protocol: 'openapi',
    specVersion: '3.1.0',
    title: 'Orders',
    version: '1.0.0',
    servers: [],
    tags: [],
    operations: [],
    channels: [],
    securitySchemes: new Map(),
    security: [],
    schemas: new Map(),
    governance: {},
    pathways: new Map(),
    dataPolicy: { clearances: new Map(), clearanceClaim: 'clearance', unclassified: 'warn' },
    at: origin(''),
    ...parts,
  }
}

export function operationOf(
  parts: Partial<HttpOperation> & Pick<HttpOperation, 'id' | 'method' | 'path'>,
): HttpOperation {
  return {
    kind: 'http',
    named: true,
    role: 'path',
    tags: ['orders'],
    deprecated: false,
    security: [],
    governance: { scope: { value: { scope: 'tenant' }, at: origin(''), inherited: true } },
    parameters: [],
    responses: [],
    at: origin(`/paths/${parts.id}`),
    ...parts,
  }
}

export function schemaOf(pointer: string, parts: Partial<Schema>): Schema {
  return { kind: 'schema', at: origin(pointer), ...parts }
}

export function origin(pointer: string): { readonly document: string; readonly pointer: string } {
  return { document: 'orders.openapi.yaml', pointer }
}
