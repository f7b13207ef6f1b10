import { defineDiffRule } from '../../rule.js'
import { document } from './example.js'

export const schemeRemoved = defineDiffRule({
  code: 'TK3411',
  name: 'scheme-removed',
  category: 'structural',
  claims: ['scheme:removed'],
  summary: 'A security scheme is not there any more.',
  message: 'the security scheme `{name}` was removed',
  why: 'Whoever was let in by it and is not any more is told of at each operation. A scheme under another name that sends the same is the same, and no change.',
  example: {
    before: document(`paths: {}
components: { securitySchemes: { token: { type: http, scheme: bearer }, tls: { type: mutualTLS } } }`),
    after: document(`paths: {}
components: { securitySchemes: { token: { type: http, scheme: bearer } } }`),
    finds: ['info scheme-removed: the security scheme `tls` was removed'],
  },
  judge: ({ before }) => ({ level: 'info', params: { name: before?.name ?? '' } }),
})
