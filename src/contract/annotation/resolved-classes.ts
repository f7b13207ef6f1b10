import type { Classification, Contract, Schema, SchemaId } from '../model/index.js'
import { isAbove } from './category.js'
import { bodyContents, type Content, parameterContents } from './contract-schemas.js'

/** What holds for each schema in its place, by declaration or by default of what contains it. */
export interface ResolvedClasses {
  /** Undefined: nobody has classified it. */
  of(schema: Schema): Classification | undefined
  /** Every schema there is, parents before what is nested in them. */
  readonly all: readonly Schema[]
  /** Those of bodies, messages and named schemas: without those of parameters and headers. */
  readonly fields: readonly Schema[]
  /** Those that declare less than what contains them, without saying why. */
  readonly lowered: readonly { readonly schema: Schema; readonly container: Classification }[]
}

/**
 * Hands the declared sensitivity of containers down to what is nested in them and says nothing itself. A reference ends
 * that: its target stands on its own, wherever it is used; but a target that says nothing takes the class that stands
 * beside the reference.
 */
export function resolveClasses(contract: Contract): ResolvedClasses {
  const classes = new Map<Schema, Classification>()
  const seen = new Set<Schema>()
  const lowered: { schema: Schema; container: Classification }[] = []
  const start = contract.governance.classification?.value
  handDown([...contract.schemas.values()].map((schema) => ({ schema })))
  handDown(bodyContents(contract))
  const fields = [...seen]
  handDown(parameterContents(contract))
  return { of: (schema) => classes.get(schema), all: [...seen], fields, lowered }

  function handDown(roots: readonly Content[]): void {
    const pending = [...roots].reverse()
    for (let task = pending.pop(); task; task = pending.pop()) {
      const { schema, container } = task
      if (seen.has(schema)) continue
      seen.add(schema)
      const declared = schema.classification?.value
      if (declared && container && isLowered(declared, container)) lowered.push({ schema, container })
      const resolved = combine(declared, schema, container ?? start, contract.schemas)
      if (resolved) classes.set(schema, resolved)
      const handedDown = declared?.sensitivity === undefined ? container : declared
      const below = partsOf(schema)
      for (let index = below.length - 1; index >= 0; index--) {
        pending.push({ schema: below[index] as Schema, ...(handedDown && { container: handedDown }) })
      }
    }
  }
}

/** The schemas whose values are part of this one's value, or are the value itself. References are not followed. */
export function partsOf(schema: Schema): readonly Schema[] {
  const found: Schema[] = []
  const keep = (part: Schema) => found.push(part)
  for (const map of [schema.properties, schema.patternProperties, schema.dependentSchemas]) map?.forEach(keep)
  for (const many of [schema.prefixItems, schema.allOf, schema.anyOf, schema.oneOf]) many?.forEach(keep)
  const rest = [schema.items, schema.contains, schema.additionalProperties, schema.contentSchema]
  const conditional = [schema.unevaluatedItems, schema.unevaluatedProperties, schema.if, schema.then, schema.else]
  // `additionalProperties: true` and the like name no value of their own.
  for (const part of [...rest, ...conditional]) if (part && part.always === undefined) keep(part)
  return found
}

function isLowered(declared: Classification, container: Classification): boolean {
  if (declared.override || declared.sensitivity === undefined || container.sensitivity === undefined) return false
  return isAbove(container.sensitivity, declared.sensitivity)
}

/** Own words first, then those of the reference's target, then the container's. */
function combine(
  declared: Classification | undefined,
  schema: Schema,
  container: Classification | undefined,
  schemas: ReadonlyMap<SchemaId, Schema>,
): Classification | undefined {
  const said = declared ?? targetClass(schema, schemas)
  if (said?.sensitivity !== undefined || container?.sensitivity === undefined) return said
  const { sensitivity, category } = container
  return { sensitivity, ...(category !== undefined && { category }), ...said }
}

function targetClass(schema: Schema, schemas: ReadonlyMap<SchemaId, Schema>): Classification | undefined {
  const seen = new Set<Schema>()
  for (let next = schema; next.ref !== undefined && !seen.has(next); ) {
    seen.add(next)
    const target = schemas.get(next.ref)
    if (!target) return undefined
    if (target.classification) return target.classification.value
    next = target
  }
  return undefined
}
