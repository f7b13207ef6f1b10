import type { Schema } from '../../../contract/model/index.js'
import { describe, isWhole } from '../../masking/described.js'
import type { FieldClass } from '../../masking/field-class.js'
import { isLeaf, itemsOf, leafWriter, type Shape } from '../../masking/shape.js'
import { indented, type Scope } from '../codec-module.js'
import { below, type CodecContext } from '../context.js'
import { choiceLines } from './choice-lines.js'
import { maskRule } from './mask-rule.js'
import { objectLines } from './object-lines.js'
import { writerName } from './value-writer.js'

export interface WriteTask {
  readonly schemas: readonly Schema[]
  readonly inherited: FieldClass | undefined
  /** Without alternatives: a function of its own writes what is certain. */
  readonly onlyCertain: boolean
  readonly scope: Scope
}

/** The function that writes a value which all of the schemas describe: scalars, then arrays, then objects. */
export function writeFunction(declaration: string, task: WriteTask, context: CodecContext): readonly string[] {
  const { scope } = task
  const { shape: all, held } = describe(task.schemas, task.inherited, context.schemas)
  const shape = task.onlyCertain ? { ...all, choices: [] } : all
  const leaf = (writer: string): string => {
    const shown = `${scope.module.runtime(writer)}(value)`
    if (!held || !context.isHidden(held)) return shown
    const rule = maskRule(held, shape.atoms, scope)
    return `view.shows(${rule}) ? ${shown} : ${scope.module.runtime('masked')}(value, ${rule}, view)`
  }
  if (!task.onlyCertain && !isLeaf(shape) && context.isPlain(task.schemas)) {
    const { module } = scope
    const pick = context.pick(task.schemas, task.inherited, scope)
    return [
      `${declaration}(value: unknown, view: ${module.runtimeType('View')}): string {`,
      `  return ${module.runtime('json')}(${pick}(value, view))`,
      '}',
    ]
  }
  const body: string[] = []
  if (held && context.isHidden(held) && !isLeaf(shape) && isWhole(held, shape)) {
    const rule = maskRule(held, shape.atoms, scope)
    body.push(`if (!view.shows(${rule})) return ${scope.module.runtime('masked')}(value, ${rule}, view)`)
  }
  if (isLeaf(shape)) body.push(`return ${leaf(leafWriter(shape))}`)
  else if (shape.choices.length > 0) body.push(...choiceLines(shape, held, task, context, leaf))
  else body.push(...certainLines(shape, held, task, context, leaf))
  // Every writer has the same parameters, so that lists and choices can pass any of them on.
  const view = body.some((line) => /(?<![\w$'"])view(?=[.,)])/.test(line)) ? 'view' : '_view'
  return [
    `${declaration}(value: unknown, ${view}: ${scope.module.runtimeType('View')}): string {`,
    ...indented(body),
    '}',
  ]
}

function certainLines(
  shape: Shape,
  held: FieldClass | undefined,
  { scope }: WriteTask,
  context: CodecContext,
  leaf: (writer: string) => string,
): string[] {
  const { types, objects, arrays } = shape
  const lines: string[] = []
  const mayBe = (type: 'object' | 'array'): boolean => !types || types.has(type)
  if (!types || [...types].some((type) => type !== 'object' && type !== 'array')) {
    lines.push(`if (typeof value !== 'object' || value === null) return ${leaf('scalar')}`)
  }
  if (mayBe('array')) {
    const written = arrays.length > 0 ? listCall(arrays, held, scope, context) : leaf('anything')
    if (!mayBe('object')) return [...lines, `return ${written}`]
    lines.push(`if (Array.isArray(value)) return ${written}`)
  }
  return [...lines, ...(objects.length > 0 ? objectLines(shape, held, scope, context) : [`return ${leaf('anything')}`])]
}

function listCall(
  arrays: readonly Schema[],
  held: FieldClass | undefined,
  scope: Scope,
  context: CodecContext,
): string {
  const items = itemsOf(arrays)
  const writer = (schemas: readonly Schema[], name: string, step: string): string =>
    writerName(schemas, held, below(scope, name, step), context)
  const rest = writer(items.at(-1) ?? [], 'Item', '[]')
  const first = items.slice(0, -1).map((schemas, index) => writer(schemas, `Item${index + 1}`, `[${index}]`))
  const { module } = scope
  return `${module.runtime('list')}(value, view, ${rest}${first.length > 0 ? `, [${first.join(', ')}]` : ''})`
}
