import type { SecurityScheme } from '../../../contract/model/index.js'
import type { Plan, PlannedOperation } from '../../plan/types.js'
import { strLit } from '../../render/escape.js'
import type { CodeText } from '../../render/text.js'
import { arrayLiteral, objectLiteral } from './literal.js'

/** Scheme names to scopes; all of them together. */
export type Requirement = ReadonlyMap<string, readonly string[]>

/**
 * The alternatives that an operation asks for. Where its contract states a scope that needs a caller but no security, a
 * bearer token is what the server asks for, so the client sends one.
 */
export function requirementsOf(planned: PlannedOperation, plan: Plan): readonly Requirement[] {
  const { operation, scope } = planned
  if (operation.security.length > 0) return operation.security.map(({ schemes }) => schemes)
  return plan.propagatesTenant && scope !== 'public' ? [new Map([[impliedScheme, []]])] : []
}

/** The schemes of the contract, and the implied one where no other has its name. */
export function schemesOf({ contract }: Plan): ReadonlyMap<string, SecurityScheme> {
  const schemes = new Map(contract.securitySchemes)
  if (!schemes.has(impliedScheme)) {
    schemes.set(impliedScheme, { type: 'http', scheme: 'bearer', name: impliedScheme, at: contract.at })
  }
  return schemes
}

/** `[{ bearer: ['orders:write'] }, {}]`; undefined where nothing is asked for. */
export function securityLiteral(requirements: readonly Requirement[]): CodeText | undefined {
  if (requirements.length === 0) return undefined
  return arrayLiteral(
    requirements.map((schemes) =>
      objectLiteral([...schemes].map(([name, scopes]) => [name, arrayLiteral(scopes.map(strLit))])),
    ),
  )
}

/** The name that the runtime's server gives it. */
const impliedScheme = 'bearer'
