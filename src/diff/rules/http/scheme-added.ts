import { defineDiffRule } from '../../rule.js'
import { document } from './example.js'

export const schemeAdded = defineDiffRule({
  code: 'TK3410',
  name: 'scheme-added',
  category: 'structural',
  claims: ['scheme:added'],
  summary: 'There is a security scheme that was not there before.',
  message: 'the security scheme `{name}` is new',
  why: 'By itself it lets nobody in and keeps nobody out: what asks for it is told where it does.',
  example: {
    before: document(`paths: {}
components: { securitySchemes: { token: { type: http, scheme: bearer } } }`),
    after: document(`paths: {}
components: { securitySchemes: { token: { type: http, scheme: bearer }, tls: { type: mutualTLS } } }`),
    finds: ['info scheme-added: the security scheme `tls` is new'],
  },
  judge: ({ after }) => ({ level: 'info', params: { name: after?.name ?? '' } }),
})
