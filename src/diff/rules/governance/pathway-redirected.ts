import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { crossing, handover } from './example-pathway.js'
import { ofNode } from './of-node.js'

export const pathwayRedirected = defineDiffRule({
  code: 'TK3394',
  name: 'pathway-redirected',
  category: 'security',
  claims: ['pathway.from:changed', 'pathway.to:changed'],
  summary: 'A way across the tenant boundary begins or ends with somebody else.',
  message: 'pathway `{id}` goes from {from} to {to}; before, it went from {wasFrom} to {wasTo}',
  help: 'Give the new way a name of its own.',
  why: 'Grants were given to somebody. Under the same name they would let somebody else have the data.',
  example: ordersExample(
    { root: handover, operation: crossing },
    { root: handover.replace('to: supplier', 'to: advertiser'), operation: crossing },
    [
      'breaking pathway-redirected: pathway `handover` goes from retailer to advertiser; before, it went from retailer to supplier',
    ],
  ),
  judge(edit) {
    const { before, after } = edit
    if (!before || !after) return undefined
    const params = { id: after.id, from: after.from, to: after.to, wasFrom: before.from, wasTo: before.to }
    return { level: 'breaking', params, ...ofNode(edit) }
  },
})
