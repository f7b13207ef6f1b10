import {
  type CategoryName,
  type Classification,
  categories,
  type Schema,
  type SchemaId,
  type Sensitivity,
  sensitivities,
} from '../model/index.js'
import { categoryName } from './category.js'
import { type Direction, isLeftOut } from './left-out.js'
import { holdsValue, partsOf, type ResolvedClasses } from './resolved-classes.js'

/** What is within reach of a schema: through its parts and through references, however often they come round. */
export interface Reach {
  /** The highest; undefined when nothing is classified. */
  readonly sensitivity?: Sensitivity
  /** In the order of the vocabulary, without detail. */
  readonly categories: readonly CategoryName[]
  /** Whether a value is among it that nobody has classified. */
  readonly unclassified: boolean
}

/** Sensitivity, categories and `unclassified` in one number, so that joining is one operation on words. */
type Summary = number
const categoryBits = new Map(categories.map((name, index) => [name, 1 << (index + 5)]))
const unclassifiedBit = 16
const nothing: Summary = 0

interface Visit {
  readonly schema: Schema
  readonly parts: readonly Schema[]
  readonly index: number
  low: number
  next: number
  summary: Summary
}

/**
 * Joins upward. With a direction, properties that it leaves out are not within reach: a `writeOnly` one of an answer. Schemas that reach one another form a component and share one outcome (Tarjan's strongly connected
 * components, with a stack of our own: contracts are deeper than ours may grow).
 */
export function createReach(
  classes: ResolvedClasses,
  schemas: ReadonlyMap<SchemaId, Schema>,
  direction?: Direction,
): (roots: readonly Schema[]) => Reach {
  const done = new Map<Schema, Summary>()
  const open = new Map<Schema, Visit>()
  const component: Visit[] = []
  let visited = 0

  return (roots) => toReach(roots.reduce((all, root) => all | summaryOf(root), nothing))

  function summaryOf(root: Schema): Summary {
    const known = done.get(root)
    if (known !== undefined) return known
    const path = [enter(root)]
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const part = visit.parts[visit.next++]
      if (part) {
        const child = step(visit, part)
        if (child) path.push(child)
      } else {
        path.pop()
        leave(visit, path.at(-1))
      }
    }
    return done.get(root) ?? nothing
  }

  /** Goes on into a part that is new; joins one that is known already. */
  function step(visit: Visit, part: Schema): Visit | undefined {
    const known = done.get(part)
    const active = open.get(part)
    if (known !== undefined) visit.summary |= known
    else if (active) visit.low = Math.min(visit.low, active.index)
    else return enter(part)
    return undefined
  }

  function enter(schema: Schema): Visit {
    const target = targetOf(schema)
    const own = within(schema)
    const parts = target ? [...own, target] : own
    const index = visited++
    const visit: Visit = { schema, parts, index, low: index, next: 0, summary: ownSummary(schema, parts, classes) }
    open.set(schema, visit)
    component.push(visit)
    return visit
  }

  function within(schema: Schema): readonly Schema[] {
    const parts = partsOf(schema)
    if (!direction || !schema.properties) return parts
    const left = new Set([...schema.properties.values()].filter((of) => isLeftOut(of, direction, schemas)))
    return left.size === 0 ? parts : parts.filter((part) => !left.has(part))
  }

  /** A bare value that says nothing of itself is classified by what stands beside the reference. */
  function targetOf(schema: Schema): Schema | undefined {
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref)
    if (!target || classes.of(schema)?.sensitivity === undefined || classes.of(target)) return target
    return holdsValue(target, partsOf(target)) ? undefined : target
  }

  function leave(visit: Visit, parent: Visit | undefined): void {
    if (parent) parent.low = Math.min(parent.low, visit.low)
    if (visit.low === visit.index) closeComponent(visit)
    if (parent) parent.summary |= done.get(visit.schema) ?? visit.summary
  }

  function closeComponent(root: Visit): void {
    const members = component.splice(component.lastIndexOf(root))
    const summary = members.reduce((all, member) => all | member.summary, nothing)
    for (const { schema } of members) {
      done.set(schema, summary)
      open.delete(schema)
    }
  }
}

function ownSummary(schema: Schema, parts: readonly Schema[], classes: ResolvedClasses): Summary {
  const resolved = classes.of(schema)
  if (resolved?.sensitivity !== undefined) return summarise(resolved)
  return holdsValue(schema, parts) ? unclassifiedBit : nothing
}

function summarise({ sensitivity, category }: Classification): Summary {
  const level = sensitivity === undefined ? 0 : 1 << sensitivities.indexOf(sensitivity)
  return level | (category === undefined ? 0 : (categoryBits.get(categoryName(category)) ?? 0))
}

function toReach(summary: Summary): Reach {
  const sensitivity = sensitivities.findLast((_, index) => (summary & (1 << index)) !== 0)
  return {
    ...(sensitivity !== undefined && { sensitivity }),
    categories: categories.filter((name) => (summary & (categoryBits.get(name) ?? 0)) !== 0),
    unclassified: (summary & unclassifiedBit) !== 0,
  }
}
