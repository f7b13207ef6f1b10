import type { TenantKey } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { word } from './word.js'

const scheme = (key: string) => `components:
  securitySchemes:
    session: { type: http, scheme: bearer${key} }
security: [{ session: [] }]`

export const tenantClaimChanged = defineDiffRule({
  code: 'TK3334',
  name: 'tenant-claim-changed',
  category: 'security',
  claims: ['scheme.tenantKey:added', 'scheme.tenantKey:changed', 'scheme.tenantKey:removed'],
  summary: 'The tenant is read from another part of the credential than before.',
  message: 'credentials of `{scheme}` name the tenant {to} instead of {from}',
  help: 'Issue tokens with both claims until {next}.',
  why: 'Tokens that are out there carry the claim of before. They are refused from now on, or, worse, taken for those of another tenant.',
  example: ordersExample(
    { root: scheme(', x-tenant-key: { source: token, claim: tenant_id }') },
    { root: scheme(', x-tenant-key: { source: token, claim: org_id }') },
    [
      'breaking tenant-claim-changed: credentials of `session` name the tenant by the claim `org_id` instead of by the claim `tenant_id`',
    ],
  ),
  judge({ before, after, from, to }) {
    const [was, is] = [word<TenantKey>(from), word<TenantKey>(to)]
    const params = { scheme: after?.name ?? before?.name ?? '', from: nameOf(was), to: nameOf(is) }
    const isOnlyKind = was?.claim === is?.claim && was?.source === is?.source
    return { level: was && !isOnlyKind ? 'breaking' : 'warning', params }
  },
})

function nameOf(key: TenantKey | undefined): string {
  if (!key) return 'not at all'
  const claim = key.claim === undefined ? 'as a whole' : `by the claim \`${key.claim}\``
  return key.kind === undefined ? claim : `${claim} (${key.kind})`
}
