import type { Owner } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'

export const ownerChanged = defineDiffRule({
  code: 'TK3505',
  name: 'owner-changed',
  category: 'governance',
  claims: ['contract.owner:added', 'contract.owner:removed', 'contract.owner:changed'],
  summary: 'Somebody else answers for the contract.',
  message: 'the owner {what}',
  why: 'Approvals, alarms and questions go to the owner. With none, they go to nobody.',
  example: {
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-owner: { team: shop }
paths: {}
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
x-owner: { team: logistics }
paths: {}
`,
    finds: ['info owner-changed: the owner changed from `shop` to `logistics`'],
  },
  judge: ({ action, from, to }) => {
    const [was, is] = [teamOf(from), teamOf(to)]
    if (action === 'removed') return { level: 'warning', params: { what: `\`${was}\` was removed` } }
    if (action === 'added') return { level: 'info', params: { what: `is \`${is}\` now` } }
    const what = was === is ? `\`${is}\` can be reached elsewhere` : `changed from \`${was}\` to \`${is}\``
    return { level: 'info', params: { what } }
  },
})

function teamOf(owner: unknown): string {
  return (owner as { readonly value: Owner }).value.team
}
