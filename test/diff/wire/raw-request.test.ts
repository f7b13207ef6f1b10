import { describe, expect, it } from 'vitest'
import type { HttpOperation, Parameter, Schema } from '../../../src/contract/model/index.js'
import { rawRequest } from '../../../src/diff/wire/index.js'

const at = { document: 'a.yaml', pointer: '' }
const schema = (fields: Partial<Schema>): Schema => ({ kind: 'schema', at, ...fields })
const parameter = (place: Parameter['in'], name: string, fields: Partial<Parameter> = {}): Parameter => ({
  kind: 'parameter',
  name,
  in: place,
  required: place === 'path',
  deprecated: false,
  style: place === 'path' || place === 'header' ? 'simple' : 'form',
  explode: place === 'query' || place === 'cookie',
  allowReserved: false,
  allowEmptyValue: false,
  examples: [],
  at,
  ...fields,
})
const request = (parameters: readonly Parameter[], subject: Parameter, value: string | number | undefined) => {
  const operation = {
    kind: 'http',
    method: 'get',
    path: '/shops/{shop}/orders/{id}',
    parameters,
  } as unknown as HttpOperation
  return rawRequest({ operation, schemas: new Map(), sample: () => undefined }, subject, value)
}

describe('rawRequest', () => {
  const shop = parameter('path', 'shop', { schema: schema({ types: ['string'] }), examples: ['north west'] })
  const id = parameter('path', 'id', { schema: schema({ types: ['integer'], minimum: 7 }) })
  const region = parameter('query', 'region', { required: true, schema: schema({ enum: ['eu', 'us'] }) })
  const limit = parameter('query', 'limit', { schema: schema({ types: ['integer'] }) })
  const state = parameter('query', 'state', { schema: schema({ types: ['string'] }) })
  const all = [shop, id, region, limit, state]

  it('fills the path and adds what must be there, and nothing else', () => {
    expect(request(all, limit, 501)).toBe('GET /shops/north%20west/orders/7?region=eu&limit=501')
    expect(request(all, id, 12)).toBe('GET /shops/north%20west/orders/12?region=eu')
    expect(request(all, region, undefined)).toBe('GET /shops/north%20west/orders/7')
  })

  it('shows the line alone for headers and cookies', () => {
    expect(request(all, parameter('header', 'X-Trace'), 'a b')).toBe('X-Trace: a b')
    expect(request(all, parameter('cookie', 'session'), 'a;b')).toBe('Cookie: session=a%3Bb')
  })

  it('writes a parameter with a media type as one text', () => {
    const content = {
      kind: 'media-type' as const,
      mediaType: 'application/json',
      encoding: new Map(),
      examples: [],
      at,
    }
    expect(request([], parameter('query', 'filter', { content }), 'a')).toBe(
      'GET /shops/{shop}/orders/{id}?filter=%22a%22',
    )
  })
})
