import { isRecord, own } from '../wire/index.js'

type Claims = Readonly<Record<string, unknown>>

/**
 * Adds what claims say under a name: of the claim with this very name (a URL has dots, too), and of the one that the name
 * leads to as a path into nested claims (`realm.tenant`). Where both are there, both count: they have to agree.
 */
export function addClaims(values: unknown[], claims: Claims, name: string): void {
  const named = own(claims, name)
  if (named !== undefined) values.push(named)
  if (!name.includes('.')) return
  const nested = nestedClaim(claims, name.split('.'))
  if (nested !== undefined) values.push(nested)
}

/** What the claims agree on; undefined where they say nothing, or two things. */
export function agreedClaim(claims: Claims, name: string): unknown {
  if (!name.includes('.')) return own(claims, name)
  const values: unknown[] = []
  addClaims(values, claims, name)
  return values.every((value) => value === values[0]) ? values[0] : undefined
}

export function hasClaim(claims: Claims, name: string): boolean {
  if (own(claims, name) !== undefined) return true
  const values: unknown[] = []
  addClaims(values, claims, name)
  return values.length > 0
}

function nestedClaim(claims: Claims, path: readonly string[]): unknown {
  let value: unknown = claims
  for (const name of path) value = isRecord(value) ? own(value, name) : undefined
  return value
}
