import type { SecurityScheme } from '../../../contract/model/index.js'
import type { Plan, PlannedOperation } from '../../plan/types.js'
import { strLit } from '../../render/escape.js'
import type { CodeText } from '../../render/text.js'
import { objectLiteral } from '../wire/literal.js'
import type { Member } from '../wire/members.js'
import { objectType } from '../wire/members.js'
import type { ModuleTypes } from '../wire/module-types.js'
import { requirementsOf, schemesOf } from '../wire/security.js'

/** The schemes that operations ask for and a caller has a credential for; a client certificate is the connection's matter. */
function usedSchemes(plan: Plan): readonly SecurityScheme[] {
  const asked = new Set(
    operationsOf(plan).flatMap((planned) => requirementsOf(planned, plan).flatMap((schemes) => [...schemes.keys()])),
  )
  return [...schemesOf(plan)].flatMap(([name, scheme]) =>
    asked.has(name) && scheme.type !== 'mutualTLS' && scheme.type !== 'broker' ? [{ ...scheme, name }] : [],
  )
}

/**
 * The option `auth`: one credential when there is one scheme or all take a bearer token, else one for each scheme by its
 * name. Undefined when nothing is asked for; optional when every operation can be called without.
 */
export function authMember(plan: Plan, types: ModuleTypes): Member | undefined {
  const schemes = usedSchemes(plan)
  if (schemes.length === 0) return undefined
  const credential = types.runtime('Credential')
  const names = new Set(schemes.map(({ name }) => name))
  const asking = operationsOf(plan).filter((planned) => asksForCredential(planned, names, plan))
  const presence = asking.length > 0 ? 'required' : 'undefinable'
  if (schemes.length === 1 || schemes.every(isBearer)) return { name: 'auth', presence, type: credential }
  const type = objectType(
    schemes.map(({ name }) => ({
      name,
      presence: isAlwaysAsked(name, asking, plan) ? 'required' : 'undefinable',
      type: credential,
    })),
  )
  return { name: 'auth', presence, type }
}

/** What the transport must know to send a credential, by the name of the scheme. */
export function schemesLiteral(plan: Plan): CodeText {
  return objectLiteral(usedSchemes(plan).map((scheme) => [scheme.name, schemeLiteral(scheme)]))
}

function schemeLiteral(scheme: SecurityScheme): CodeText {
  const type = ['type', strLit(scheme.type)] as const
  if (scheme.type === 'http') return objectLiteral([type, ['scheme', strLit(scheme.scheme.toLowerCase())]])
  if (scheme.type !== 'apiKey') return objectLiteral([type])
  return objectLiteral([type, ['in', strLit(scheme.in)], ['name', strLit(scheme.parameter)]])
}

function isBearer(scheme: SecurityScheme): boolean {
  if (scheme.type === 'http') return scheme.scheme.toLowerCase() === 'bearer'
  return scheme.type === 'oauth2' || scheme.type === 'openIdConnect'
}

/** No alternative does without. */
function asksForCredential(planned: PlannedOperation, names: ReadonlySet<string>, plan: Plan): boolean {
  const alternatives = requirementsOf(planned, plan)
  return alternatives.length > 0 && alternatives.every((schemes) => [...schemes.keys()].some((name) => names.has(name)))
}

/** In every alternative of every operation that asks for a credential. */
function isAlwaysAsked(name: string, asking: readonly PlannedOperation[], plan: Plan): boolean {
  return asking.length > 0 && asking.every((planned) => requirementsOf(planned, plan).every((one) => one.has(name)))
}

function operationsOf(plan: Plan): readonly PlannedOperation[] {
  return plan.tags.flatMap(({ operations }) => operations)
}
