import { defineDiffRule } from '../../rule.js'

/** In rising order. */
const audiences: readonly unknown[] = [
  'component-internal',
  'business-unit-internal',
  'company-internal',
  'external-partner',
  'external-public',
]

export const audienceChanged = defineDiffRule({
  code: 'TK3503',
  name: 'audience-changed',
  category: 'governance',
  claims: ['contract.audience:added', 'contract.audience:removed', 'contract.audience:changed'],
  summary: 'The API is meant for others than before.',
  message: 'the audience {what}',
  help: 'Make sure that it is meant, and that what the API shows may be seen by its new audience.',
  why: 'A wider audience sees what was made for a smaller one; a narrower one shuts out who was invited. Neither shows on the wire.',
  example: {
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0, x-audience: company-internal }
paths: {}
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0, x-audience: external-public }
paths: {}
`,
    finds: ['warning audience-changed: the audience widened from `company-internal` to `external-public`'],
  },
  judge: ({ action, from, to }) => {
    if (action === 'added') return { level: 'info', params: { what: `is \`${String(to)}\` now` } }
    if (action === 'removed')
      return { level: 'warning', params: { what: `is not said to be \`${String(from)}\` any more` } }
    const isWider = audiences.indexOf(to) > audiences.indexOf(from)
    return {
      level: 'warning',
      params: { what: `${isWider ? 'widened' : 'narrowed'} from \`${String(from)}\` to \`${String(to)}\`` },
    }
  },
})
