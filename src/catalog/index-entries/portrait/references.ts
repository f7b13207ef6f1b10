import { requestSchemas, responseSchemas } from '../../../contract/annotation/contract-schemas.js'
import type { Contract, Operation, Schema, SchemaId } from '../../../contract/model/index.js'
import { walk } from '../../../contract/schema/walk.js'
import type { PartLinks } from '../../model/index.js'
import { operationKey, schemaKey } from './keys.js'
import { operationLabel } from './operation-label.js'
import { labelOf } from './type-words.js'

const mostLinks = 50
/** Schemas on the ways from operations to one schema: beyond, what is found so far is told. */
const mostVisited = 500

/** Who refers to the schemas of a contract. */
export interface References {
  /** Schemas and operations that refer to it themselves. */
  referrers(id: SchemaId): PartLinks
  /** Operations that reach it, through whatever other schemas. */
  operations(id: SchemaId): PartLinks
}

type Referrer = { readonly operation: Operation } | { readonly schema: Schema; readonly id: SchemaId }

export function referencesIn(contract: Contract): References {
  const byTarget = new Map<SchemaId, Referrer[]>()
  for (const [id, schema] of contract.schemas) note([schema], { schema, id })
  for (const operation of contract.operations)
    note([...requestSchemas(operation), ...responseSchemas(operation)], { operation })
  return {
    referrers: (id) => linked(byTarget.get(id) ?? []),
    operations: (id) => linked(reaching(id)),
  }

  function note(roots: readonly Schema[], referrer: Referrer): void {
    const targets = new Set<SchemaId>()
    for (const root of roots) {
      walk(root, ({ ref, discriminator }) => {
        if (ref !== undefined) targets.add(ref)
        for (const mapped of discriminator?.mapping.values() ?? []) targets.add(mapped)
      })
    }
    for (const target of targets) {
      const known = byTarget.get(target)
      if (known) known.push(referrer)
      else byTarget.set(target, [referrer])
    }
  }

  /** Breadth first, so that those that are near come first; a circle is gone through once. */
  function reaching(id: SchemaId): readonly Referrer[] {
    const found = new Set<Operation>()
    const seen = new Set<SchemaId>([id])
    for (const next of seen) {
      for (const referrer of byTarget.get(next) ?? []) {
        if ('operation' in referrer) found.add(referrer.operation)
        else if (seen.size < mostVisited) seen.add(referrer.id)
      }
      if (found.size > mostLinks) break
    }
    return [...found].map((operation) => ({ operation }))
  }

  function linked(referrers: readonly Referrer[]): PartLinks {
    const links = referrers.slice(0, mostLinks).map((referrer) =>
      'operation' in referrer
        ? {
            kind: 'operation' as const,
            key: operationKey(referrer.operation.id),
            label: operationLabel(referrer.operation, contract),
          }
        : {
            kind: 'schema' as const,
            key: schemaKey(referrer.schema, contract),
            label: labelOf(referrer.schema),
          },
    )
    return { links, hasMore: referrers.length > mostLinks }
  }
}
