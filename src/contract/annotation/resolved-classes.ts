import type { Annotated, Classification, Contract, Schema, SchemaId } from '../model/index.js'
import { isAbove } from './category.js'
import { bodyContents, type Content, handedDown, parameterContents } from './contract-schemas.js'

/** What holds for each schema in its place, by declaration or by default of what contains it. */
export interface ResolvedClasses {
  /** Undefined: nobody has classified it. */
  readonly of: (schema: Schema) => Classification | undefined
  /** The same with the place of the word that decides, which may stand above, or at the target of a reference. */
  readonly decided: (schema: Schema) => Annotated<Classification> | undefined
  /** Whether nobody has classified anything. */
  readonly isEmpty: boolean
  /** The schemas that say something themselves. */
  readonly annotated: readonly Schema[]
  /** Schemas of bodies and messages that hold a value themselves. */
  readonly fields: readonly Schema[]
  /** References that something beside them classifies, and those that nothing does, by their target. */
  readonly classifiedRefs: ReadonlySet<SchemaId>
  readonly bareRefs: ReadonlySet<SchemaId>
  /** Those that declare less than what contains them, without saying why. */
  readonly lowered: readonly { readonly schema: Schema; readonly container: Classification }[]
}

/**
 * Hands the declared sensitivity of containers down to what is nested in them and says nothing itself. A reference ends
 * that: its target stands on its own, wherever it is used; but a target that says nothing takes the class that stands
 * beside the reference. A contract in which nobody says anything is not gone through until somebody asks what is in it.
 */
export function resolveClasses(contract: Contract): ResolvedClasses {
  return saysNothing(contract) ? nothingResolved(contract) : resolve(contract)
}

function saysNothing(contract: Contract): boolean {
  if (!contract.schemasSayNothing || contract.governance.classification) return false
  const isSilent = ({ container }: Content): boolean => container === undefined
  return bodyContents(contract).every(isSilent) && parameterContents(contract).every(isSilent)
}

function nothingResolved(contract: Contract): ResolvedClasses {
  let resolved: ResolvedClasses | undefined
  const all = (): ResolvedClasses => {
    resolved ??= resolve(contract)
    return resolved
  }
  return {
    of: () => undefined,
    decided: () => undefined,
    isEmpty: true,
    annotated: [],
    lowered: [],
    classifiedRefs: new Set(),
    get fields() {
      return all().fields
    },
    get bareRefs() {
      return all().bareRefs
    },
  }
}

function resolve(contract: Contract): ResolvedClasses {
  const classes = new Map<Schema, Annotated<Classification>>()
  const seen = new Set<Schema>()
  const lowered: { schema: Schema; container: Classification }[] = []
  const annotated: Schema[] = []
  const values: Schema[] = []
  const refs = { classified: new Set<SchemaId>(), bare: new Set<SchemaId>() }
  const start = contract.governance.classification && handedDown(contract.governance.classification)
  handDown([...contract.schemas.values()].map((schema) => ({ schema })))
  handDown(bodyContents(contract))
  const fields = [...values]
  handDown(parameterContents(contract))
  return {
    of: (schema) => classes.get(schema)?.value,
    decided: (schema) => classes.get(schema),
    isEmpty: classes.size === 0,
    annotated,
    fields,
    lowered,
    classifiedRefs: refs.classified,
    bareRefs: refs.bare,
  }

  function handDown(roots: readonly Content[]): void {
    const pending = [...roots].reverse()
    for (let task = pending.pop(); task; task = pending.pop()) {
      if (seen.has(task.schema)) continue
      seen.add(task.schema)
      const container = visit(task)
      const below = partsOf(task.schema)
      if (holdsValue(task.schema, below)) values.push(task.schema)
      for (let index = below.length - 1; index >= 0; index--) {
        pending.push({ schema: below[index] as Schema, ...(container && { container }) })
      }
    }
  }

  /** Settles one schema, and says what it hands down. */
  function visit({ schema, container }: Content): Annotated<Classification> | undefined {
    const declared = schema.classification
    if (declared && container && isLowered(declared.value, container.value)) {
      lowered.push({ schema, container: container.value })
    }
    if (declared || schema.retention) annotated.push(schema)
    const resolved = combine(schema, container ?? start, contract.schemas)
    if (resolved) classes.set(schema, resolved)
    if (schema.ref !== undefined) (resolved?.value.sensitivity ? refs.classified : refs.bare).add(schema.ref)
    return declared?.value.sensitivity === undefined ? container : handedDown(declared)
  }
}

/** A field: something that holds a value itself instead of being made of others. */
export function holdsValue(schema: Schema, parts: readonly Schema[]): boolean {
  if (parts.length > 0 || schema.always === false || schema.ref !== undefined) return false
  return !(schema.types?.length === 1 && schema.types[0] === 'null')
}

const several = [
  ...(['properties', 'patternProperties', 'dependentSchemas', 'prefixItems', 'allOf', 'anyOf', 'oneOf'] as const),
] as const
const single = [
  ...(['items', 'contains', 'additionalProperties', 'contentSchema', 'unevaluatedItems'] as const),
  ...(['unevaluatedProperties', 'if', 'then', 'else'] as const),
] as const
const holding: ReadonlySet<string> = new Set([...several, ...single])
const none: readonly Schema[] = []

/** The schemas whose values are part of this one's value, or are the value itself. References are not followed. */
export function partsOf(schema: Schema): readonly Schema[] {
  if (!holdsParts(schema)) return none
  const found: Schema[] = []
  for (const field of several) schema[field]?.forEach((part) => found.push(part))
  for (const field of single) {
    const part = schema[field]
    // `additionalProperties: true` and the like name no value of their own.
    if (part && part.always === undefined) found.push(part)
  }
  return found
}

/** Most schemas of a contract hold none: their fields are fewer than those that there are to ask for. */
function holdsParts(schema: Schema): boolean {
  for (const field in schema) if (holding.has(field)) return true
  return false
}

function isLowered(declared: Classification, container: Classification): boolean {
  if (declared.override || declared.sensitivity === undefined || container.sensitivity === undefined) return false
  return isAbove(container.sensitivity, declared.sensitivity)
}

/** Own words first, then those of the reference's target, then the container's. */
function combine(
  schema: Schema,
  container: Annotated<Classification> | undefined,
  schemas: ReadonlyMap<SchemaId, Schema>,
): Annotated<Classification> | undefined {
  const said = schema.classification ?? targetClass(schema, schemas)
  if (said?.value.sensitivity !== undefined || container?.value.sensitivity === undefined) return said
  return said ? { ...said, value: { ...container.value, ...said.value } } : container
}

function targetClass(schema: Schema, schemas: ReadonlyMap<SchemaId, Schema>): Annotated<Classification> | undefined {
  if (schema.ref === undefined) return undefined
  const seen = new Set<Schema>()
  for (let next = schema; next.ref !== undefined && !seen.has(next); ) {
    seen.add(next)
    const target = schemas.get(next.ref)
    if (!target) return undefined
    if (target.classification) return { ...target.classification, inherited: true }
    next = target
  }
  return undefined
}
