import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { crossing, handover } from './example-pathway.js'
import { ofNode } from './of-node.js'
import { isOpened, limitsOf, pathwayEdits } from './pathway-change.js'
import { sentence } from './word.js'

export const pathwayNarrowed = defineDiffRule({
  code: 'TK3393',
  name: 'pathway-narrowed',
  category: 'governance',
  claims: pathwayEdits,
  summary: 'Less may cross the tenant boundary on a way than before, or only with a grant.',
  message: 'pathway `{id}` {less}',
  help: 'Tell those who get data on this way, and keep it as it was until {next}.',
  why: 'Those who get data on this way get less of it, masked or not at all; without a grant that was not needed before they are refused.',
  example: ordersExample(
    { root: handover.replace('requires: grant', 'requires: terms'), operation: crossing },
    { root: handover, operation: crossing },
    ['breaking pathway-narrowed: pathway `handover` needs a grant now'],
  ),
  judge(edit) {
    const { before, after } = edit
    const isClosed = isOpened(after, before)
    const limits = [...limitsOf(before, after), ...(isClosed ? ['needs a grant now'] : [])]
    if (limits.length === 0) return undefined
    return {
      level: isClosed ? 'breaking' : 'warning',
      params: { id: after?.id ?? '', less: sentence(limits) },
      ...ofNode(edit),
    }
  },
})
