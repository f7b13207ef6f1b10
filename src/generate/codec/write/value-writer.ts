import type { Schema } from '../../../contract/model/index.js'
import { describe, isMaskedAtOnce } from '../../masking/described.js'
import type { FieldClass } from '../../masking/field-class.js'
import { isLeaf, leafWriter } from '../../masking/shape.js'
import type { Scope } from '../codec-module.js'
import type { CodecContext } from '../context.js'
import { maskRule } from './mask-rule.js'

/** How one value is written. */
export interface ValueWriter {
  /** Expression that writes the shown value. */
  readonly shown: (value: string) => string
  /** The rule to ask for; undefined when everybody may see the value, or its parts are asked for one by one. */
  readonly rule?: string
}

/** The writer of a value that all of the schemas describe. */
export function valueWriter(
  schemas: readonly Schema[],
  inherited: FieldClass | undefined,
  scope: Scope,
  context: CodecContext,
): ValueWriter {
  const described = describe(schemas, inherited, context.schemas)
  const { shape, held } = described
  const rule =
    held && context.isHidden(held) && isMaskedAtOnce(described) ? { rule: maskRule(held, shape.atoms, scope) } : {}
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
  const { shape, held } = describe(schemas, inherited, context.schemas)
  if (isLeaf(shape) && !context.isHidden(held)) return scope.module.runtime(leafWriter(shape))
  return context.write(schemas, inherited, scope)
}
