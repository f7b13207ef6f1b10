import type { Schema, SchemaId } from '../../contract/model/index.js'
import { sameData } from '../../util/same-data.js'
import { fields } from '../edit/fields.js'
import type { Plan } from '../edit/plans.js'

/** The references of two schemas that are written alike, in pairs. */
export type RefPairs = readonly (readonly [SchemaId, SchemaId])[]

/**
 * Whether two schemas are written alike, positions, words for people and targets of references aside; then the references in them by pairs.
 * The quick way past what did not change: in a large contract, nearly everything.
 */
export function sameText(before: Schema, after: Schema): RefPairs | undefined {
  const refs: (readonly [SchemaId, SchemaId])[] = []
  // In turn one of each.
  const pending: unknown[] = [before, after]
  while (pending.length > 0) {
    const right = pending.pop() as Fields
    const left = pending.pop() as Fields
    let balance = 0
    for (const field in left) {
      if (silent.has(field)) continue
      balance++
      const one = left[field]
      const other = right[field]
      if (one === other && field !== 'ref') continue
      if (field === 'ref') {
        if (other === undefined) return undefined
        refs.push([one as SchemaId, other as SchemaId])
      } else if (!alike(field, one, other, pending)) return undefined
    }
    for (const field in right) if (!silent.has(field)) balance--
    if (balance !== 0) return undefined
  }
  return refs
}

type Fields = Readonly<Record<string, unknown>>

/** Children are put off until later; everything else is data. */
function alike(field: string, one: unknown, other: unknown, pending: unknown[]): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if ((one as Fields)['kind'] === 'schema') {
    pending.push(one, other)
    return true
  }
  if (one instanceof Map && other instanceof Map) {
    if (field === 'dependentRequired') return sameData(one, other)
    if (one.size !== other.size) return false
    for (const [key, child] of one) {
      const partner: unknown = other.get(key)
      if (partner === undefined) return false
      pending.push(child, partner)
    }
    return true
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return false
    if (!lists.has(field)) return sameData(one, other)
    // In another order nothing may be paired by position, though all of it is written alike.
    if (field !== 'prefixItems' && !one.every((child, index) => sameName(child, other[index]))) return false
    one.forEach((child, index) => pending.push(child, other[index]))
    return true
  }
  // What is annotated knows where it stands; a discriminator names schemas by identities of its own version.
  if (field === 'discriminator') return sameDiscriminator(one as Discriminator, other as Discriminator)
  if (annotated.has(field)) return sameData((one as Fields)['value'], (other as Fields)['value'])
  return sameData(one, other)
}

/** Whether two branches refer to schemas of one name, if to any. */
function sameName(before: unknown, after: unknown): boolean {
  const [one, other] = [before as Schema, after as Schema]
  if (one.ref === undefined || other.ref === undefined) return true
  return lastToken(one.ref) === lastToken(other.ref)
}

function lastToken(id: SchemaId): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

type Discriminator = NonNullable<Schema['discriminator']>

/** Whether both choose by the same property between schemas of the same names. */
function sameDiscriminator(before: Discriminator, after: Discriminator): boolean {
  return sameData(discriminatorText(before), discriminatorText(after))
}

/** A discriminator with the schemas that it names by their pointers. */
export function discriminatorText({ propertyName, mapping, default: fallback }: Discriminator): unknown {
  const pointerOf = (id: SchemaId): string => id.slice(id.indexOf('#'))
  const named = [...mapping].map(([value, id]) => [value, pointerOf(id)] as const)
  return { propertyName, mapping: new Map(named), ...(fallback !== undefined && { default: pointerOf(fallback) }) }
}

/** What is waived in the table of fields: positions, names, words for people. */
const silent: ReadonlySet<string> = new Set(
  Object.entries<Plan>(fields.schema).flatMap(([field, plan]) =>
    typeof plan === 'string' || field === 'ref' ? [] : [field],
  ),
)

const lists: ReadonlySet<string> = new Set(['prefixItems', 'allOf', 'anyOf', 'oneOf'])
const annotated: ReadonlySet<string> = new Set([
  ...['classification', 'tenantKey', 'retention', 'residency', 'lifecycle'],
])
