import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { crossing, handover } from './example-pathway.js'
import { ofNode } from './of-node.js'
import { isOpened, passesNewly, pathwayEdits } from './pathway-change.js'

export const pathwayWidened = defineDiffRule({
  code: 'TK3392',
  name: 'pathway-widened',
  category: 'security',
  claims: pathwayEdits,
  summary: 'More may cross the tenant boundary on a way than before, or with less agreement.',
  message: 'pathway `{id}` {more}',
  help: 'Have the tenants who give data on this way agree first: they agreed to what it was.',
  why: 'Tenants gave grants for a pathway as it was. A higher ceiling, more categories, or terms in place of a grant give more of their data away than they agreed to.',
  example: ordersExample(
    { root: handover, operation: crossing },
    { root: handover.replace('requires: grant', 'requires: terms'), operation: crossing },
    ['breaking pathway-widened: pathway `handover` needs no grant any more'],
  ),
  judge(edit) {
    const { before, after } = edit
    const more = passesNewly(before, after)
    const isOpen = isOpened(before, after)
    if (more === '' && !isOpen) return undefined
    const said = [...(more === '' ? [] : [`lets ${more} through now`]), ...(isOpen ? ['needs no grant any more'] : [])]
    return { level: 'breaking', params: { id: after?.id ?? '', more: said.join(', and ') }, ...ofNode(edit) }
  },
})
