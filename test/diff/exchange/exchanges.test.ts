/**
 * What breaks outside of schemas is shown by a whole request, response or message: one that the version before took, or
 * that the version after sends.
 */
import { describe, expect, it } from 'vitest'
import { breaking, shown } from './shown.js'

const head = (paths: string, more = ''): string => `
openapi: 3.1.0
info: {title: Orders, version: 1.0.0}
${more}
paths:
${paths}`

const order = `
  /orders/{id}:
    post:
      operationId: putOrder
      security: [{key: []}]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
        - {name: state, in: query, required: true, schema: {enum: [open, closed]}}
        - {name: ids, in: query, schema: {type: array, items: {type: integer}}}
        - {name: X-Trace, in: header, required: true, schema: {type: string, minLength: 3}}
        - {name: seen, in: cookie, required: true, schema: {type: boolean}}
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [sku], properties: {sku: {type: string, minLength: 1}}}}}
      responses: {'200': {description: Done., headers: {X-Page: {required: true, schema: {type: integer}}}}}
`
const key = 'components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Api-Key}}}'
const whole = head(order, key)

const request = (target: string): string =>
  [
    `POST /orders/3fa85f64-5717-4562-b3fc-2c963f66afa6?${target}`,
    ...['X-Trace: abc', 'Cookie: seen=true', 'X-Api-Key: <key>', 'Content-Type: application/json', '', '{"sku":"a"}'],
  ].join('\n')

describe('a request', () => {
  it.each<[string, string, string, string]>([
    [
      'whose path is gone',
      whole.replace('/orders/{id}', '/purchases/{id}'),
      'state=open',
      'nothing answers there any more',
    ],
    ['whose method is gone', whole.replace('post:', 'put:'), 'state=open', 'nothing answers there any more'],
    [
      'without what must be there',
      whole.replace('{name: ids, in: query,', '{name: ids, in: query, required: true,'),
      'state=open',
      'the query parameter is missing',
    ],
    [
      'with a parameter in another style',
      whole.replace('{name: ids, in: query,', '{name: ids, in: query, explode: false,'),
      'state=open&ids=1&ids=2',
      'the value is read in another notation [misread]',
    ],
    [
      'with a body of another type',
      whole.replace('application/json', 'application/xml'),
      'state=open',
      '`application/json` is not understood',
    ],
  ])('%s', async (_, after, target, reason) => {
    const findings = await breaking(whole, after)
    expect(findings.map(shown)).toEqual([`${request(target)}\n=> ${reason}`])
    expect(await breaking(after, after)).toEqual([])
  })

  it('is not shown where no value is known for what must be in it', async () => {
    const locked = whole.replace('{enum: [open, closed]}', 'false')
    const findings = await breaking(locked, locked.replace('/orders/{id}', '/purchases/{id}'))
    expect(findings.map(({ rule, witness }) => [rule, witness])).toEqual([['operation-moved', undefined]])
  })

  it('has the address of the server that is gone', async () => {
    const servers = (...urls: string[]) =>
      head(order, `servers: [${urls.map((url) => `{url: '${url}'}`).join()}]\n${key}`)
    const [finding] = await breaking(
      servers('https://a.example.com/v1', 'https://b.example.com'),
      servers('https://b.example.com'),
    )
    expect(finding && shown(finding).split('\n')[0]).toBe(
      'POST https://a.example.com/v1/orders/3fa85f64-5717-4562-b3fc-2c963f66afa6?state=open',
    )
  })
})

describe('a response', () => {
  it.each([
    [
      'without its header',
      whole.replace('required: true, schema: {type: integer}', 'schema: {type: integer}'),
      'HTTP/1.1 200\n=> the header is missing',
    ],
    [
      'of a status that nobody knows',
      whole.replace("'200'", "'201'"),
      'HTTP/1.1 201\nX-Page: 1\n=> this status is not expected',
    ],
  ])('%s', async (_, after, expected) => {
    expect((await breaking(whole, after)).map(shown)).toContain(expected)
  })
})

const events = `
asyncapi: 3.0.0
info: {title: Orders, version: 1.0.0}
servers: {main: {host: '{region}.example.com', protocol: nats, variables: {region: {enum: [eu, us], default: eu}}}}
channels:
  orders:
    address: orders.{shop}
    parameters: {shop: {enum: [berlin, paris]}}
    messages:
      placed:
        contentType: application/json
        headers: {type: object, required: [trace], properties: {trace: {type: string, minLength: 1}}}
        payload: {type: object, required: [id], properties: {id: {type: integer, minimum: 7}}}
    bindings: {kafka: {topic: orders}}
operations: {take: {action: receive, channel: {$ref: '#/channels/orders'}}}
`
const message = (...around: string[]): string =>
  ['channel orders.berlin', ...around, 'trace: a', 'Content-Type: application/json', '', '{"id":7}'].join('\n')

it('answers of which none comes in their place are shown as they were', async () => {
  const both = whole.replace('responses: {', "responses: {'204': {description: None.}, ")
  expect((await breaking(both, whole)).map(shown)).toEqual(['HTTP/1.1 204\n=> no such answer comes any more [gone]'])
})

it('answers of a type that none comes in are shown as they were', async () => {
  const typed = (...types: string[]) =>
    head(`
  /orders:
    get:
      responses: {'200': {description: Done., content: {${types.map((type) => `${type}: {schema: {type: integer}}`).join()}}}}
`)
  expect((await breaking(typed('application/json', 'text/plain'), typed('text/plain'))).map(shown)).toEqual([
    'HTTP/1.1 200\nContent-Type: application/json\n\n0\n=> no answer comes as `application/json` any more [gone]',
  ])
})

it('an example of what is secret is not repeated', async () => {
  const token = order.replace(
    'schema: {type: string, minLength: 3}',
    'example: sk-live-51H, schema: {type: string, default: sk-live-51H}',
  )
  const before = head(token.replace('X-Trace', 'X-Access-Token'), key)
  const [finding] = await breaking(before, before.replace('/orders/{id}', '/purchases/{id}'))
  expect(finding && shown(finding)).toContain('X-Access-Token: a\n')
})

describe('a message', () => {
  it.each([
    [
      'on a channel that is gone',
      events.replace('orders.{shop}', 'v2.{shop}'),
      `${message()}\n=> nobody is there any more`,
    ],
    [
      'at an address that is gone',
      events.replace('enum: [eu, us]', 'enum: [eu]'),
      `${message('server nats://us.example.com')}\n=> nobody is there any more`,
    ],
    [
      'with what its protocol adds',
      events.replace('topic: orders', 'topic: orders-v2'),
      `${message('kafka topic: "orders"')}\n=> the other side is bound in another way`,
    ],
    [
      'of another content type',
      events.replace('application/json', 'application/cbor'),
      `${message()}\n=> the content is read as something else [misread]`,
    ],
  ])('%s', async (_, after, expected) => {
    expect((await breaking(events, after)).map(shown)).toEqual([expected])
  })

  it('that anything could be, and that is described now, is a payload', async () => {
    const free = events.replace(/payload: .*/, '')
    const [finding] = await breaking(free, events)
    expect(finding?.rule).toBe('consumed-message-payload-added')
    expect(finding?.witness).toEqual({ value: null, reason: 'must be object' })
  })
})
