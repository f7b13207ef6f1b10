import type { RoleRule } from '../../access/index.js'
import type { PersonOrigin } from '../../model/index.js'

/** How the claims of an ID token are read. */
export interface ClaimRules {
  readonly issuer: string
  /** The claim that names the groups of somebody: a list, or one. */
  readonly groupsClaim: string
  readonly roles: readonly RoleRule[]
}

export interface KnownPerson {
  readonly person: PersonOrigin
  /** As others read it. */
  readonly name: string
}

type Claims = Readonly<Record<string, unknown>>

/** Who it is, with those groups that make them something here; undefined for a subject that nobody could be told by. */
export function personOf(claims: Claims, { issuer, groupsClaim, roles }: ClaimRules): KnownPerson | undefined {
  const subject = textOf(claims, 'sub')
  // OpenID Connect Core 1.0, section 2: at most 255 characters of ASCII.
  if (subject === undefined || !/^[\x21-\x7e]{1,255}$/.test(subject)) return undefined
  const given: unknown = Object.hasOwn(claims, groupsClaim) ? claims[groupsClaim] : undefined
  const groups: readonly unknown[] = Array.isArray(given) ? given : [given]
  const known = new Set(roles.map(({ group }) => group))
  const name = ['preferred_username', 'email', 'name'].map((claim) => textOf(claims, claim)).find(Boolean) ?? subject
  return {
    person: { issuer, subject, groups: [...known].filter((group) => groups.includes(group)) },
    // biome-ignore lint/suspicious/noControlCharactersInRegex: names are shown in lists, and none may act there.
    name: name.replace(/[\u0000-\u001f\u007f]/g, ' ').slice(0, 100),
  }
}

function textOf(claims: Claims, name: string): string | undefined {
  const value: unknown = Object.hasOwn(claims, name) ? claims[name] : undefined
  return typeof value === 'string' ? value : undefined
}
