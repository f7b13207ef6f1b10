import { isLeftOut } from '../../../contract/annotation/index.js'
import type { Schema } from '../../../contract/model/index.js'
import { declaredProperties } from '../../masking/declared-properties.js'
import { describe, isMaskedAtOnce, isWhole } from '../../masking/described.js'
import type { FieldClass } from '../../masking/field-class.js'
import { isLeaf, itemsOf, leafWriter, type Shape } from '../../masking/shape.js'
import { inheritedBy } from '../../masking/tags.js'
import { strLit } from '../../render/escape.js'
import { nameStep, propertyOf } from '../check/object-check.js'
import { indented, type Scope } from '../codec-module.js'
import { below, type CodecContext } from '../context.js'
import { maskRule } from './mask-rule.js'
import type { WriteTask } from './write-function.js'

/** The function that picks what may be shown of a plain value, in the order of its writer: scalars, arrays, objects. */
export function pickFunction(declaration: string, task: WriteTask, context: CodecContext): readonly string[] {
  const { scope } = task
  const { module } = scope
  const { shape, held } = describe(task.schemas, task.inherited, context.schemas)
  const hidden = held && context.isHidden(held) ? held : undefined
  const leaf = (name: string): string => {
    const shown = `${module.runtime(`${name}Value`)}(value)`
    if (!hidden) return shown
    const rule = maskRule(hidden, shape.atoms, scope)
    return `view.shows(${rule}) ? ${shown} : ${module.runtime('maskedValue')}(value, ${rule}, view)`
  }
  const body: string[] = []
  if (isLeaf(shape)) body.push(`return ${leaf(leafWriter(shape))}`)
  else {
    if (hidden && isWhole(hidden, shape)) {
      const rule = maskRule(hidden, shape.atoms, scope)
      body.push(`if (!view.shows(${rule})) return ${module.runtime('maskedValue')}(value, ${rule}, view)`)
    }
    body.push(...partLines(shape, held, scope, context, leaf))
  }
  const view = body.some((line) => /(?<![\w$'"])view(?=[.,)])/.test(line)) ? 'view' : '_view'
  return [`${declaration}(value: unknown, ${view}: ${module.runtimeType('View')}): unknown {`, ...indented(body), '}']
}

function partLines(
  shape: Shape,
  held: FieldClass | undefined,
  scope: Scope,
  context: CodecContext,
  leaf: (name: string) => string,
): string[] {
  const { types, objects, arrays } = shape
  const lines: string[] = []
  if ([...(types ?? [])].some((type) => type !== 'object' && type !== 'array')) {
    lines.push(`if (typeof value !== 'object' || value === null) return ${leaf('scalar')}`)
  }
  if (arrays.length > 0) {
    const items = itemsOf(arrays).at(-1) ?? []
    const list = `${scope.module.runtime('picked')}(value, view, ${pickName(items, held, below(scope, 'Item', '[]'), context)})`
    if (objects.length === 0) return [...lines, `return ${list}`]
    lines.push(`if (Array.isArray(value)) return ${list}`)
  }
  return [...lines, ...recordLines(shape, held, scope, context)]
}

function recordLines(
  { atoms, objects }: Shape,
  held: FieldClass | undefined,
  scope: Scope,
  context: CodecContext,
): string[] {
  const required = new Set(atoms.flatMap((atom) => atom.required ?? []))
  const members: string[] = []
  for (const [name, schemas] of declaredProperties(objects)) {
    // As for writers: what only comes in has no mask that could come back, and what only goes out is not read.
    if (schemas.some((schema) => isLeftOut(schema, 'output', context.schemas))) continue
    if (context.direction === 'input' && schemas.some((schema) => isLeftOut(schema, 'input', context.schemas))) continue
    const inherited = context.isHidden(held) ? inheritedBy(schemas, held, context) : held
    const member = memberValue(name, schemas, inherited, below(scope, nameStep(name), `.${name}`), context, required)
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : strLit(name)
    members.push(...memberLines(key, member))
  }
  const read = `${scope.module.runtime('fieldsOf')}(value)`
  // With nothing to pick it is still an object.
  if (members.length === 0) return [read, 'return {}']
  return [`const from = ${read}`, 'return {', ...indented(members), '}']
}

/** Of alternatives, one on a line. */
interface Member {
  /** Conditions and what stands there when they hold. */
  readonly cases: readonly (readonly [when: string, then: string])[]
  readonly otherwise: string
}

function memberLines(key: string, { cases, otherwise }: Member): string[] {
  const line = `${key}: ${cases.map(([when, then]) => `${when} ? ${then} : `).join('')}${otherwise},`
  if (line.length <= 110 || cases.length === 0) return [line]
  const lines = cases.flatMap(([when, then], index) => [
    `${index === 0 ? `${key}: ` : `${'  '.repeat(index)}: `}${when}`,
    `${'  '.repeat(index + 1)}? ${then}`,
  ])
  return [...lines, `${'  '.repeat(cases.length)}: ${otherwise},`]
}

function memberValue(
  name: string,
  schemas: readonly Schema[],
  inherited: FieldClass | undefined,
  scope: Scope,
  context: CodecContext,
  required: ReadonlySet<string>,
): Member {
  const described = describe(schemas, inherited, context.schemas)
  const { shape, held } = described
  const read = propertyOf(name, { scope })
  const shown = isLeaf(shape)
    ? `${scope.module.runtime(`${leafWriter(shape)}Value`)}(${read})`
    : `${context.pick(schemas, inherited, scope)}(${read}, view)`
  const isHidden = held !== undefined && context.isHidden(held) && isMaskedAtOnce(described)
  // The picker of a required value refuses one that is not there.
  const absent = [`${read} === undefined`, 'undefined'] as const
  if (!isHidden) return { cases: required.has(name) ? [] : [absent], otherwise: shown }
  const rule = maskRule(held, shape.atoms, scope)
  const masked = `${scope.module.runtime('hiddenValue')}(${read}, ${rule}, view)`
  return { cases: [absent, [`view.shows(${rule})`, shown]], otherwise: masked }
}

function pickName(
  schemas: readonly Schema[],
  inherited: FieldClass | undefined,
  scope: Scope,
  context: CodecContext,
): string {
  const { shape, held } = describe(schemas, inherited, context.schemas)
  if (isLeaf(shape) && !context.isHidden(held)) return scope.module.runtime(`${leafWriter(shape)}Value`)
  return context.pick(schemas, inherited, scope)
}
