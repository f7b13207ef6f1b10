import type { Contract, SecurityRequirement, SecurityScheme } from '../../contract/model/index.js'
import { pairSchemes, wireOf } from './pair-schemes.js'

/** One way to be let in: all of these schemes together, each with its scopes. Without any, everybody is. */
export interface Alternative {
  readonly written: SecurityRequirement
  /** By identity over both versions. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>
  /** As people say it: `apiKey`, `oauth (read, write) and tenantKey`. */
  readonly text: string
}

export interface SecurityChange {
  readonly before: readonly Alternative[]
  readonly after: readonly Alternative[]
  /** Ways of the version before that do not suffice any more. */
  readonly lost: readonly Alternative[]
  /** Ways that suffice now and did not before. */
  readonly gained: readonly Alternative[]
}

/** Compares two lists of alternatives. */
export function compareRequirements(
  contracts: { readonly base: Contract; readonly head: Contract },
  from: readonly SecurityRequirement[],
  to: readonly SecurityRequirement[],
): SecurityChange {
  const identities = identitiesOf(contracts.base, contracts.head)
  const before = alternativesOf(from, identities.before, contracts.base)
  const after = alternativesOf(to, identities.after, contracts.head)
  return {
    before,
    after,
    lost: before.filter((was) => !after.some((is) => suffices(was, is))),
    gained: after.filter((is) => !before.some((was) => suffices(is, was))),
  }
}

/** Whether whoever has the credentials of `given` has all that `asked` asks for. */
function suffices(given: Alternative, { asked }: Alternative): boolean {
  return [...asked].every(([scheme, scopes]) => {
    const had = given.asked.get(scheme)
    return had !== undefined && [...scopes].every((scope) => had.has(scope))
  })
}

/** The scopes that `after` asks for beyond `before`, when that is all it asks for in addition. */
export function scopesBeyond(before: Alternative, after: Alternative): readonly string[] | undefined {
  if (![...after.asked.keys()].every((scheme) => before.asked.has(scheme))) return undefined
  return [...after.asked].flatMap(([scheme, scopes]) =>
    [...scopes].filter((scope) => !before.asked.get(scheme)?.has(scope)),
  )
}

export function isAnonymous({ asked }: Alternative): boolean {
  return asked.size === 0
}

function alternativesOf(
  list: readonly SecurityRequirement[],
  identities: ReadonlyMap<string, string>,
  { at }: Contract,
): readonly Alternative[] {
  const requirements = list.length > 0 ? list : [{ schemes: new Map<string, readonly string[]>(), at }]
  return requirements.map((written) => {
    const asked = new Map<string, ReadonlySet<string>>()
    for (const [name, scopes] of written.schemes) asked.set(identities.get(name) ?? `name ${name}`, new Set(scopes))
    return { written, asked, text: textOf(written) }
  })
}

function textOf({ schemes }: SecurityRequirement): string {
  const parts = [...schemes].map(([name, scopes]) =>
    scopes.length > 0 ? `\`${name}\` (${scopes.map((scope) => `\`${scope}\``).join(', ')})` : `\`${name}\``,
  )
  return parts.length > 0 ? parts.join(' and ') : 'nothing'
}

interface Identities {
  readonly before: ReadonlyMap<string, string>
  readonly after: ReadonlyMap<string, string>
}

const known = new WeakMap<Contract, WeakMap<Contract, Identities>>()

/** The name of each scheme in its version to one identity for both. */
function identitiesOf(base: Contract, head: Contract): Identities {
  const found = known.get(base)?.get(head)
  if (found) return found
  const before = new Map<string, string>()
  const after = new Map<string, string>()
  const { kept } = pairSchemes(base, head)
  const add = (pair: { readonly before: SecurityScheme; readonly after: SecurityScheme }, index: number): void => {
    before.set(pair.before.name, `pair ${index}`)
    after.set(pair.after.name, `pair ${index}`)
  }
  kept.forEach(add)
  // A scheme that is written once more is known by what it sends.
  const byWire = new Map(kept.map((pair, index) => [wireOf(pair.after), `pair ${index}`]))
  for (const [side, { securitySchemes }] of [
    [before, base],
    [after, head],
  ] as const) {
    for (const scheme of securitySchemes.values()) {
      const identity = byWire.get(wireOf(scheme))
      if (identity !== undefined && !side.has(scheme.name)) side.set(scheme.name, identity)
    }
  }
  const identities = { before, after }
  const heads = known.get(base) ?? new WeakMap<Contract, Identities>()
  known.set(base, heads.set(head, identities))
  return identities
}
