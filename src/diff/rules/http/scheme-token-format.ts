import { defineDiffRule } from '../../rule.js'
import { document } from './example.js'

const bearer = (format: string): string =>
  document(`paths: {}
components: { securitySchemes: { token: { type: http, scheme: bearer${format} } } }`)

export const schemeTokenFormat = defineDiffRule({
  code: 'TK3414',
  name: 'scheme-token-format',
  category: 'structural',
  claims: ['scheme.bearerFormat:added', 'scheme.bearerFormat:removed', 'scheme.bearerFormat:changed'],
  summary: 'The hint at the format of a token changed.',
  message: 'the tokens of `{name}` {what}',
  why: 'Callers pass tokens on as they got them, whatever is in them: the format is a hint to people.',
  example: {
    before: bearer(', bearerFormat: opaque'),
    after: bearer(', bearerFormat: JWT'),
    finds: ['info scheme-token-format: the tokens of `token` are said to be `JWT`, not `opaque`'],
  },
  judge: ({ action, after, from, to }) => {
    const what =
      action === 'removed'
        ? `are not said to be \`${String(from)}\` any more`
        : `are said to be \`${String(to)}\`${action === 'added' ? '' : `, not \`${String(from)}\``}`
    return { level: 'info', params: { name: after?.name ?? '', what } }
  },
})
