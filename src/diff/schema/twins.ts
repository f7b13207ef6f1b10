import type { Contract, Schema, SchemaId } from '../../contract/model/index.js'
import { type RefPairs, sameText } from './same-text.js'

/**
 * Schemas of both versions that are written alike, with everything that they lead to. Of a large contract that is nearly
 * all of it, in what has changed as well, and nothing about it need be asked twice.
 */
export interface Twins {
  /** Of a schema of either version, the one of the other. */
  readonly of: ReadonlyMap<Schema, Schema>
  are(before: Schema, after: Schema): boolean
  /** What stands in the other version for a schema that has an identity; itself, where both versions share it. */
  partnerOf(schema: Schema): Schema | undefined
  /** Takes note of two that are written alike, with the references in them, if these lead to twins; says so. */
  learn(before: Schema, after: Schema, refs: RefPairs): boolean
}

/** What has an identity in both versions is looked at now, everything else when it is learned. */
export function createTwins(base: Contract, head: Contract): Twins {
  const found = new Map<Schema, Schema>()
  const shared = new Set<Schema>()
  const identityOf = identities(base, head)
  const different = differentSchemas(base, head, identityOf)
  for (const [id, after] of head.schemas) {
    const before = base.schemas.get(identityOf(id))
    if (before === after) shared.add(after)
    else if (before && !different.has(id)) join(before, after)
  }
  return {
    of: found,
    are,
    partnerOf: (schema) => (shared.has(schema) ? schema : found.get(schema)),
    learn(before, after, refs) {
      const isAlike = refs.every(([from, to]) => {
        const [one, other] = [base.schemas.get(from), head.schemas.get(to)]
        return one !== undefined && other !== undefined && are(one, other)
      })
      if (isAlike) join(before, after)
      return isAlike
    },
  }

  function are(before: Schema, after: Schema): boolean {
    return before === after || found.get(before) === after
  }

  function join(before: Schema, after: Schema): void {
    found.set(before, after).set(after, before)
  }
}

type IdentityOf = (id: SchemaId) => SchemaId

/** The identity that a schema of the later version had in the earlier one, whatever the contract's own file is called. */
function identities(base: Contract, head: Contract): IdentityOf {
  const [own, other] = [`${head.at.document}#`, `${base.at.document}#`]
  return (id) => (id.startsWith(own) ? other + id.slice(own.length) : id)
}

/** Those of the later version that are new, or written differently, or lead to one that is. */
function differentSchemas(base: Contract, head: Contract, identityOf: IdentityOf): ReadonlySet<SchemaId> {
  const different = new Set<SchemaId>()
  const users = new Map<SchemaId, SchemaId[]>()
  for (const [id, after] of head.schemas) {
    const before = base.schemas.get(identityOf(id))
    if (before === after) continue
    const refs = before && sameText(before, after)
    if (!refs) different.add(id)
    for (const [from, to] of refs ?? []) {
      if (identityOf(to) !== from || !head.schemas.has(to)) different.add(id)
      const known = users.get(to)
      if (known) known.push(id)
      else users.set(to, [id])
    }
  }
  // A set gives what is added to it while it is walked through.
  for (const id of different) for (const user of users.get(id) ?? []) different.add(user)
  return different
}
