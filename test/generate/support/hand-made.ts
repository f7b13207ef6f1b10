import type {
  Contract,
  HttpOperation,
  MediaType,
  Parameter,
  Response,
  Schema,
  SecurityScheme,
} from '../../../src/contract/model/index.js'

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

function parameterOf(name: string, place: Parameter['in'], parts: Partial<Parameter> = {}): Parameter {
  const isSimple = place === 'path' || place === 'header'
  return {
    kind: 'parameter',
    name,
    in: place,
    required: place === 'path',
    deprecated: false,
    style: isSimple ? 'simple' : 'form',
    explode: !isSimple,
    allowReserved: false,
    allowEmptyValue: false,
    schema: schemaOf(`/parameters/${name}`, { types: ['string'] }),
    examples: [],
    at: origin(`/parameters/${name}`),
    ...parts,
  }
}

function responseOf(status: string, parts: Partial<Response> = {}): Response {
  return { kind: 'response', status, headers: [], content: [], links: [], at: origin(`/responses/${status}`), ...parts }
}

function mediaOf(mediaType: string, schema?: Schema, parts: Partial<MediaType> = {}): MediaType {
  const at = origin(`/content/${mediaType}`)
  return { kind: 'media-type', mediaType, ...(schema && { schema }), encoding: new Map(), examples: [], at, ...parts }
}

function bearer(name: string): readonly [string, SecurityScheme] {
  return [name, { type: 'http', scheme: 'bearer', name, at: origin(`/components/securitySchemes/${name}`) }]
}

export function origin(pointer: string): { readonly document: string; readonly pointer: string } {
  return { document: 'orders.openapi.yaml', pointer }
}
