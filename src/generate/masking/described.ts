import type { Schema } from '../../contract/model/index.js'
import { isPureRef } from '../../contract/schema/index.js'
import type { Schemas } from '../codec/model/facts.js'
import { beyondReference, classOf, type FieldClass } from './field-class.js'
import { isLeaf, type Shape, shapeOf } from './shape.js'

/** The class of a value in its place, and what it is made of. */
export interface Described {
  readonly shape: Shape
  readonly held: FieldClass | undefined
}

/** Describes a value that all of the schemas describe. */
export function describe(schemas: readonly Schema[], inherited: FieldClass | undefined, known: Schemas): Described {
  const shape = shapeOf(schemas, known)
  const refers = schemas.some(({ ref, allOf }) => ref !== undefined || allOf !== undefined)
  const said = schemas.some(({ classification }) => classification !== undefined)
  const [first] = schemas
  const passed = refers && !said && first ? beyondReference(first, inherited) : inherited
  const weak = refers && !said && passed ? { ...passed, weak: true } : passed
  return { shape, held: classOf(shape.atoms, weak) }
}

/**
 * Whether one mask takes the place of the whole value when its class is hidden: that of a value without parts of its own,
 * and of one whose strategy says so. All others are masked part by part.
 */
export function isMaskedAtOnce({ shape, held }: Described): boolean {
  return isLeaf(shape) || (held !== undefined && isWhole(held, shape))
}

/** Strategies that replace a value with all that is in it, where they are declared for an object or an array itself. */
const whole: ReadonlySet<string> = new Set(['remove', 'hash', 'tokenize', 'encrypt'])

export function isWhole({ masking }: FieldClass, { atoms }: Shape): boolean {
  return (
    masking !== undefined && whole.has(masking.strategy) && atoms.some((atom) => atom.classification?.value.masking)
  )
}

/** A schema that says no more than one with a name is that one, with what stands beside the reference. */
export function beyondNames(schema: Schema, inherited: FieldClass | undefined, known: Schemas): Standing {
  let current = schema
  let held = inherited
  for (let step = 0; step < longestChain; step++) {
    const { ref, classification, tenantKey } = current
    const target = ref === undefined ? undefined : known.get(ref)
    if (!target || !isPureRef(current) || tenantKey || classification?.value.override) break
    held = beyondReference(current, held)
    current = target
  }
  return { schema: current, inherited: held }
}

export interface Standing {
  readonly schema: Schema
  readonly inherited: FieldClass | undefined
}

const longestChain = 100
