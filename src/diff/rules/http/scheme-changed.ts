import type { SecurityScheme } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { document } from './example.js'
import { isUsed } from './scheme-used.js'
import { schemes } from './security-example.js'

const operation = `paths:
  /orders:
    get:
      operationId: listOrders
      security: [{ key: [] }]
      responses: { '204': { description: None. } }`

export const schemeChanged = defineDiffRule({
  code: 'TK3412',
  name: 'scheme-changed',
  category: 'structural',
  claims: [
    'scheme.type:changed',
    'scheme.in:added',
    'scheme.in:removed',
    'scheme.in:changed',
    'scheme.parameter:changed',
    'scheme.scheme:changed',
    'scheme.mechanism:changed',
  ],
  summary: 'Credentials are sent differently.',
  message: 'the security scheme `{name}` wants {to} instead of {from}',
  help: 'Accept the former way as well until {next}, as a scheme of its own.',
  why: 'Callers send their credentials where nobody looks for them any more, or in a form that is not understood.',
  example: {
    before: document(operation, schemes()),
    after: document(operation, schemes('{ type: apiKey, in: header, name: X-Token }')),
    finds: [
      'breaking scheme-changed: the security scheme `key` wants the header `X-Token` instead of the header `X-Api-Key`',
    ],
  },
  judge: ({ key, before, after }, { base }) => {
    if (!before || !after) return undefined
    // Another place and another name at once: once is enough.
    const isTwice = before.type === 'apiKey' && after.type === 'apiKey' && before.in !== after.in
    if (isTwice && key === 'scheme.parameter:changed') return undefined
    return {
      level: isUsed(before, base) ? 'breaking' : 'info',
      params: { name: after.name, from: wayOf(before), to: wayOf(after) },
    }
  },
})

function wayOf(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case 'apiKey':
      return `the ${scheme.in === 'query' ? 'query parameter' : scheme.in} \`${scheme.parameter}\``
    case 'http':
      return `the HTTP scheme \`${scheme.scheme}\``
    case 'oauth2':
      return 'a token of OAuth 2'
    case 'openIdConnect':
      return 'a token of OpenID Connect'
    case 'mutualTLS':
      return 'a certificate (mutual TLS)'
    case 'broker':
      return `\`${scheme.mechanism}\`${scheme.in === undefined ? '' : ` as ${scheme.in}`}`
  }
}
