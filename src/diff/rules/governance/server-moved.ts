import type { Residency } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { grown, named, word } from './word.js'

const server = (region: string) => `servers:
  - url: https://orders.example.com
    x-data-residency: ${region}`

export const serverMoved = defineDiffRule({
  code: 'TK3356',
  name: 'server-moved',
  category: 'governance',
  claims: [
    'server-governance.residency:added',
    'server-governance.residency:changed',
    'server-governance.residency:removed',
  ],
  summary: 'A server stands in another region than before.',
  message: 'the server {change}',
  help: 'Add a server in the new region, and let tenants choose it.',
  why: 'Whoever calls the same address reaches another place: data lies there, and under other law. That operations allow the region has been checked while the contract was read.',
  example: ordersExample({ root: server('eu-central-1') }, { root: server('us-east-1') }, [
    'breaking server-moved: the server stands in `us-east-1` now, and does not stand in `eu-central-1` any more',
  ]),
  judge({ from, to }) {
    const [before, after] = [word<Residency>(from), word<Residency>(to)]
    if (!after) return { level: 'warning', params: { change: 'no longer says where it stands' } }
    if (!before) return { level: 'info', params: { change: `says where it stands: ${named(after.regions)}` } }
    const { added, removed } = grown(before.regions, after.regions)
    if (added.length + removed.length === 0) return undefined
    const change = [
      added.length > 0 && `stands in ${named(added)} now`,
      removed.length > 0 && `does not stand in ${named(removed, 'or')} any more`,
    ].filter((part) => part !== false)
    return { level: added.length > 0 ? 'breaking' : 'info', params: { change: change.join(', and ') } }
  },
})
