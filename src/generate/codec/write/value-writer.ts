import type { Schema } from '../../../contract/model/index.js'
import type { Scope } from '../codec-module.js'
import type { CodecContext } from '../context.js'
import { beyondReference, classOf, type FieldClass } from './field-class.js'
import { maskRule } from './mask-rule.js'
import { isLeaf, leafWriter, type Shape, shapeOf } from './shape.js'

/** How one value is written. */
export interface ValueWriter {
  /** Expression that writes the shown value. */
  shown(value: string): string
  /** The rule to ask for; undefined when everybody may see the value, or its parts are asked for one by one. */
  readonly rule?: string
}

/** The class of a value in its place, and what it is made of. */
export interface Described {
  readonly shape: Shape
  readonly held: FieldClass | undefined
}

export function describe(
  schemas: readonly Schema[],
  inherited: FieldClass | undefined,
  context: CodecContext,
): Described {
  const shape = shapeOf(schemas, context.schemas)
  const refers = schemas.some(({ ref, allOf }) => ref !== undefined || allOf !== undefined)
  const said = schemas.some(({ classification }) => classification !== undefined)
  const [first] = schemas
  const passed = refers && !said && first ? beyondReference(first, inherited) : inherited
  const weak = refers && !said && passed ? { ...passed, weak: true } : passed
  return { shape, held: classOf(shape.atoms, weak) }
}

/** The writer of a value that all of the schemas describe. */
export function valueWriter(
  schemas: readonly Schema[],
  inherited: FieldClass | undefined,
  scope: Scope,
  context: CodecContext,
): ValueWriter {
  const { shape, held } = describe(schemas, inherited, context)
  const hides = held && context.isHidden(held) && (isLeaf(shape) || isWhole(held, shape))
  const rule = hides ? { rule: maskRule(held, shape.atoms, scope) } : {}
  if (isLeaf(shape)) {
    const leaf = scope.module.runtime(leafWriter(shape))
    return { shown: (value) => `${leaf}(${value})`, ...rule }
  }
  const name = context.write(schemas, inherited, scope)
  return { shown: (value) => `${name}(${value}, view)`, ...rule }
}

/** The name of a function `(value, view) => string` for the value; of the runtime where nothing has to be asked. */
export function writerName(
  schemas: readonly Schema[],
  inherited: FieldClass | undefined,
  scope: Scope,
  context: CodecContext,
): string {
  const { shape, held } = describe(schemas, inherited, context)
  if (isLeaf(shape) && !context.isHidden(held)) return scope.module.runtime(leafWriter(shape))
  return context.write(schemas, inherited, scope)
}

/** Strategies that replace a value with all that is in it, where they are declared for an object or an array itself. */
const whole: ReadonlySet<string> = new Set(['remove', 'hash', 'tokenize', 'encrypt'])

export function isWhole({ masking }: FieldClass, { atoms }: Shape): boolean {
  return (
    masking !== undefined && whole.has(masking.strategy) && atoms.some((atom) => atom.classification?.value.masking)
  )
}
