import { defineDiffRule } from '../../rule.js'
import { classifiedEmail, ordersExample } from './example.js'

export const clearanceClaimChanged = defineDiffRule({
  code: 'TK3345',
  name: 'clearance-claim-changed',
  category: 'security',
  claims: ['policy.clearanceClaim:changed'],
  summary: 'The clearance of a caller is read from another claim of its token.',
  message: 'clearances are read from the claim `{to}` instead of `{from}`',
  help: 'Issue tokens with both claims until {next}.',
  why: 'Tokens that are out there carry the claim of before, and count as tokens without a clearance. Whoever controls the new claim controls what is shown.',
  example: ordersExample(
    { root: 'x-data-policy: { clearances: { support: { max: confidential } } }', properties: classifiedEmail },
    {
      root: 'x-data-policy: { clearances: { support: { max: confidential } }, clearanceClaim: role }',
      properties: classifiedEmail,
    },
    ['breaking clearance-claim-changed: clearances are read from the claim `role` instead of `clearance`'],
  ),
  judge({ from, to }, { base, head }) {
    const isInUse = base.dataPolicy.clearances.size > 0 && head.dataPolicy.clearances.size > 0
    return { level: isInUse ? 'breaking' : 'info', params: { from: String(from), to: String(to) } }
  },
})
