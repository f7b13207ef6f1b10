import { parseRoleRule } from '../../catalog/access/index.js'
import type { PeopleSignIn } from '../../catalog/http/index.js'
import { isServiceAddress } from '../../catalog/oidc/service-address.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'

/** How people sign in with accounts of their organisation, as flags say it. */
export interface PeopleOptions {
  readonly issuer?: string | undefined
  readonly clientId?: string | undefined
  /** From the environment: flags are seen by everybody on the machine. */
  readonly clientSecret?: string | undefined
  readonly scope: string
  readonly groupsClaim: string
  /** `GROUP=ROLE`, or `GROUP=ROLE:NAMESPACE,…`. */
  readonly roles: readonly string[]
}

/** Undefined when people are to have tokens. */
export function peopleSignIn(
  { issuer, clientId, clientSecret, roles, ...options }: PeopleOptions,
  organisation: string,
): PeopleSignIn | Diagnostic | undefined {
  const refused = (reason: string) => diagnostic('TK5222', { reason })
  if (issuer === undefined) {
    if (clientId === undefined && roles.length === 0) return undefined
    return refused('--oidc-issuer is missing')
  }
  if (!isServiceAddress(issuer)) return refused('--oidc-issuer is not the address of an issuer')
  if (!clientId) return refused('--oidc-client-id is missing')
  if (!options.scope.split(' ').includes('openid')) return refused('--oidc-scope has no `openid` in it')
  const rules = roles.map(parseRoleRule)
  const known = rules.flatMap((rule) => rule ?? [])
  if (known.length < rules.length) return refused('--oidc-role wants GROUP=ROLE or GROUP=ROLE:NAMESPACES')
  if (known.length === 0) return refused('without --oidc-role nobody gets in')
  return { ...options, organisation, issuer, clientId, clientSecret: clientSecret || undefined, roles: known }
}
