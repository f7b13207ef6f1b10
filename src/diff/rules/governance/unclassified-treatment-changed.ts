import { effectiveClassification } from '../../../contract/annotation/index.js'
import type { Contract } from '../../../contract/model/index.js'
import { defineDiffRule, type Judgement } from '../../rule.js'
import { ordersExample } from './example.js'

export const unclassifiedTreatmentChanged = defineDiffRule({
  code: 'TK3346',
  name: 'unclassified-treatment-changed',
  category: 'security',
  claims: ['policy.unclassified:changed'],
  summary: 'What nobody has classified is treated differently.',
  message: 'what nobody has classified was under `{from}` and is under `{to}` now{effect}',
  help: 'Classify what is left before the change: then it has no effect.',
  why: 'Under `restrict` values without a class are masked as if they were confidential; under `allow` and `warn` everybody sees them.',
  example: ordersExample(
    { root: 'x-data-policy: { unclassified: restrict }' },
    { root: 'x-data-policy: { unclassified: warn }' },
    [
      'breaking unclassified-treatment-changed: what nobody has classified was under `restrict` and is under `warn` now: all callers see it unmasked from now on',
    ],
  ),
  judge({ from, to }, { head }) {
    const { level, effect } = hasUnclassified(head) ? consequenceOf(String(from), String(to)) : harmless
    return { level, params: { from: String(from), to: String(to), effect } }
  },
})

type Consequence = Pick<Judgement, 'level'> & { readonly effect: string }

const harmless: Consequence = { level: 'info', effect: '' }

function consequenceOf(from: string, to: string): Consequence {
  if (from === 'restrict') return { level: 'breaking', effect: ': all callers see it unmasked from now on' }
  if (to === 'restrict') return { level: 'breaking', effect: ': it is masked as confidential from now on' }
  return harmless
}

/** Whether there is any value in an answer that has no class. */
function hasUnclassified(contract: Contract): boolean {
  const { operations } = effectiveClassification(contract)
  return [...operations.values()].some(({ response }) => response.unclassified)
}
