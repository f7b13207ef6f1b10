import type { TenantKey } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { keyChanged, whereOf } from './key-edits.js'
import { sentence, word } from './word.js'

const aspects = ['source', 'claim', 'kind'] as const

export const tenantKeyChanged = defineDiffRule({
  code: 'TK3333',
  name: 'tenant-key-changed',
  directional: true,
  category: 'security',
  claims: keyChanged,
  summary: 'A value names the tenant in another way than before.',
  message: '{where} names the tenant differently: {changes}',
  help: 'Accept both until {next}.',
  why: 'Source and claim say what a value is compared with, the kind says what a tenant is. With another source or claim the same call may be refused, or be taken for somebody else’s.',
  example: ordersExample(
    { parameter: 'x-tenant-key: { source: token, claim: tid }' },
    { parameter: 'x-tenant-key: { source: token, claim: org }' },
    [
      'breaking request-tenant-key-changed GET /orders/{tenant}: path parameter `tenant` names the tenant differently: its claim went from `tid` to `org`',
    ],
  ),
  judge(edit) {
    const [from, to] = [word<TenantKey>(edit.from) ?? {}, word<TenantKey>(edit.to) ?? {}]
    const changed = aspects.filter((aspect) => from[aspect] !== to[aspect])
    const changes = changed.map((aspect) => `its ${aspect} went from ${quoted(from[aspect])} to ${quoted(to[aspect])}`)
    const isOnlyKind = changed.every((aspect) => aspect === 'kind')
    return { level: isOnlyKind ? 'warning' : 'breaking', params: { where: whereOf(edit), changes: sentence(changes) } }
  },
})

function quoted(value: string | undefined): string {
  return value === undefined ? 'nothing said' : `\`${value}\``
}
