/** Who is let in, and by what: calls with placeholders for credentials, and what they are answered now. */
import { describe, expect, it } from 'vitest'
import { breaking, shown, shownBy } from './shown.js'

const api = (security: string, more = '') => `
openapi: 3.1.0
info: {title: Orders, version: 1.0.0}
servers: [{url: 'https://api.example.com/v1'}]
paths:
  /orders/{id}:
    delete:
      operationId: cancel
      security: ${security}
      parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 5}}]
      responses:
        '200': {description: Done., content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: integer}}}}}}
        ${more}
components:
  securitySchemes:
    key: {type: apiKey, in: query, name: key}
    login: {type: http, scheme: bearer}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://login.example.com/token', scopes: {read: Read., write: Write.}}}}
`
const problem = `default: {description: No., content: {application/problem+json: {schema: {type: object, required: [title], properties: {title: {const: Refused}}}}}}`
const forbidden = `'403': {description: No., headers: {X-Why: {required: true, schema: {const: scope}}}}`

describe('a call that is refused now', () => {
  it.each([
    [
      'without credentials',
      api('[]'),
      api('[{key: []}]'),
      'security-required',
      'DELETE /orders/10\n=> credentials are missing\nnow HTTP/1.1 401',
    ],
    [
      'with the answer of the contract',
      api('[]'),
      api('[{key: []}]', problem),
      'security-required',
      'DELETE /orders/10\n=> credentials are missing\nnow HTTP/1.1 401\nContent-Type: application/problem+json\n\n{"title":"Refused"}',
    ],
    [
      'without a scope',
      api('[{oauth: [read]}]'),
      api('[{oauth: [read, write]}]', forbidden),
      'security-scope-required',
      'DELETE /orders/10\nAuthorization: Bearer <token for read>\n=> the credentials lack `write`\nnow HTTP/1.1 403\nX-Why: scope',
    ],
    [
      'with what is said of all that is refused, before another status',
      api('[{oauth: [read]}]'),
      api('[{oauth: [read, write]}]', problem).replace('default:', "'401': {description: Who?}\n        default:"),
      'security-scope-required',
      'DELETE /orders/10\nAuthorization: Bearer <token for read>\n=> the credentials lack `write`\nnow HTTP/1.1 403\nContent-Type: application/problem+json\n\n{"title":"Refused"}',
    ],
  ])('%s', async (_, before, after, rule, expected) => {
    expect(await shownBy(rule, before, after)).toEqual([expected])
  })

  it('has the credentials that the finding names, of several that do not do any more', async () => {
    const findings = await breaking(api('[{key: []}, {oauth: [read]}, {login: []}]'), api('[{login: []}]'))
    expect(findings.map(shown)).toEqual([
      'DELETE /orders/10?key=<key>\n=> these credentials do not do any more\nnow HTTP/1.1 401',
      'DELETE /orders/10\nAuthorization: Bearer <token for read>\n=> these credentials do not do any more\nnow HTTP/1.1 401',
    ])
  })
})

it('a call without credentials that is served now has none, and its answer', async () => {
  expect(await shownBy('security-dropped', api('[{key: []}]'), api('[{}, {key: []}]'))).toEqual([
    'DELETE /orders/10\n=> nobody asks for credentials [let-through]\nnow HTTP/1.1 200\nContent-Type: application/json\n\n{"id":0}',
  ])
})

it('a webhook that brings other credentials, or none, is refused by those who read it', async () => {
  const hook = (security: string) =>
    api(security)
      .replace('paths:', 'webhooks:')
      .replace('/orders/{id}:', 'cancelled:')
      .replace(/parameters: .*/, '')
  expect(await shownBy('security-dropped', hook('[{key: []}]'), hook('[]'))).toEqual([
    'DELETE cancelled\n=> credentials are missing',
  ])
  expect(await shownBy('security-tightened', hook('[{key: []}]'), hook('[{login: []}]'))).toEqual([
    'DELETE cancelled\nAuthorization: Bearer <token>\n=> these are not the credentials that were sent',
  ])
})

describe('what goes in the clear', () => {
  it.each([
    [
      'a call with its credentials',
      ['https://api', 'http://api'],
      'server-encryption-dropped',
      'DELETE http://api.example.com/v1/orders/10?key=<key>\n=> it is not encrypted on its way [exposed]',
    ],
    [
      'the request for a token',
      ['https://login', 'http://login'],
      'flow-encryption-dropped',
      'POST http://login.example.com/token\nAuthorization: Basic <credentials of the client>\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials\n=> it is not encrypted on its way [exposed]',
    ],
  ])('%s', async (_, [from = '', to = ''], rule, expected) => {
    const before = api('[{key: []}]')
    expect(await shownBy(rule, before, before.replace(from, to))).toEqual([expected])
  })
})

it('a scope that the issuer does not know any more is asked for in vain', async () => {
  const before = api('[{oauth: [write]}]')
  const [found] = await shownBy('flow-scope-removed', before, before.replace(', write: Write.', ''))
  expect(found).toContain('grant_type=client_credentials&scope=write\n=> `invalid_scope`: nobody knows `write`')
})

const events = (operation: string) => `
asyncapi: 3.0.0
info: {title: Orders, version: 1.0.0}
servers: {main: {host: broker.example.com, protocol: amqps}}
channels: {orders: {address: orders, messages: {placed: {payload: {type: object, required: [id], properties: {id: {type: integer}}}}}}}
operations: {take: {action: receive, channel: {$ref: '#/channels/orders'}${operation}}}
components: {securitySchemes: {user: {type: userPassword}, certificate: {type: X509}}}
`
const secured = (scheme: string) => events(`, security: [{$ref: '#/components/securitySchemes/${scheme}'}]`)

describe('a message', () => {
  it('that is not taken without credentials', async () => {
    expect(await shownBy('security-required', events(''), secured('user'))).toEqual([
      'channel orders\nContent-Type: application/json\n\n{"id":0}\n=> credentials are missing',
    ])
  })

  it('with other credentials', async () => {
    expect(await shownBy('security-tightened', secured('user'), secured('certificate'))).toEqual([
      'channel orders\ncredentials <userPassword>\nContent-Type: application/json\n\n{"id":0}\n=> these credentials do not do any more',
    ])
  })

  it('in the clear', async () => {
    expect(await shownBy('broker-encryption-dropped', events(''), events('').replace('amqps', 'amqp'))).toEqual([
      'channel orders\nserver amqp://broker.example.com\nContent-Type: application/json\n\n{"id":0}\n=> it is not encrypted on its way [exposed]',
    ])
  })
})
