import { isLeftOut } from '../../../contract/annotation/index.js'
import type { Schema } from '../../../contract/model/index.js'
import { declaredProperties } from '../../masking/declared-properties.js'
import type { FieldClass } from '../../masking/field-class.js'
import type { Shape } from '../../masking/shape.js'
import { inheritedBy } from '../../masking/tags.js'
import { jsonLit, strLit } from '../../render/escape.js'
import { nameStep, propertyOf } from '../check/object-check.js'
import { patternTest } from '../check/pattern.js'
import { indented, type Scope } from '../codec-module.js'
import { below, type CodecContext } from '../context.js'
import { maskRule } from './mask-rule.js'
import { type ValueWriter, valueWriter, writerName } from './value-writer.js'

/** Writes the declared properties of `value`, in the order of the contract, then those that it allows by a schema. */
export function objectLines(
  { atoms, objects }: Shape,
  held: FieldClass | undefined,
  scope: Scope,
  context: CodecContext,
): string[] {
  const { module } = scope
  const declared = declaredProperties(objects)
  const required = new Set(atoms.flatMap((atom) => atom.required ?? []))
  const lines: string[] = []
  let before: Before = 'nothing'
  for (const [name, schemas] of declared) {
    // What only comes in has no mask that could come back, and what only goes out is not read.
    if (schemas.some((schema) => isLeftOut(schema, 'output', context.schemas))) continue
    if (context.direction === 'input' && schemas.some((schema) => isLeftOut(schema, 'input', context.schemas))) continue
    const inherited = context.isHidden(held) ? inheritedBy(schemas, held, context) : held
    const writer = valueWriter(schemas, inherited, below(scope, nameStep(name), `.${name}`), context)
    const read = propertyOf(name, { scope })
    if (required.has(name) && writer.rule === undefined) {
      // Its writer refuses a value that is not there.
      lines.push(`out += ${memberStart(name, before, scope)} + ${writer.shown(read)}`)
      before = 'something'
    } else {
      lines.push(`field = ${read}`, memberLine(name, before, writer, scope))
      if (before === 'nothing') before = 'perhaps'
    }
  }
  const extras = extraLines(objects, new Set(declared.keys()), before, held, scope, context)
  if (extras.length > 0 && held && context.isHidden(held)) {
    // Names that the caller chose are as sensitive as the object that holds them.
    const [loop = '', ...rest] = extras
    lines.push(`if (view.shows(${maskRule(held, atoms, scope)})) ${loop}`, ...rest)
  } else lines.push(...extras)
  const read = `${module.runtime('fieldsOf')}(value)`
  // With nothing to write it is still an object.
  if (lines.length === 0) return [read, `return '{}'`]
  return [
    `const from = ${read}`,
    `let out = ''`,
    ...(declared.size > 0 && lines.some((line) => line.startsWith('field = ')) ? ['let field: unknown'] : []),
    ...lines,
    `return ${module.runtime('braced')}(out)`,
  ]
}

/** What has been written of the object already. */
type Before = 'nothing' | 'perhaps' | 'something'

/** The name of a member, after a comma where one is needed. */
function memberStart(name: string, before: Before, { module }: Scope): string {
  const start = `${JSON.stringify(name)}:`
  if (before === 'something') return strLit(`,${start}`)
  return before === 'nothing' ? strLit(start) : `${module.runtime('comma')}(out) + ${strLit(start)}`
}

function memberLine(name: string, before: Before, { shown, rule }: ValueWriter, scope: Scope): string {
  const { module } = scope
  const prefix = memberStart(name, before, scope)
  const written = `${prefix} + ${shown('field')}`
  const chosen =
    rule === undefined
      ? written
      : `view.shows(${rule}) ? ${written} : ${module.runtime('hidden')}(${prefix}, field, ${rule}, view)`
  return `if (field !== undefined) out += ${chosen}`
}

interface Source {
  /** Undefined: what no pattern and no declaration of the same schema has taken. */
  readonly test?: string
  readonly writer: string
  readonly atom: number
}

function extraLines(
  objects: readonly Schema[],
  declared: ReadonlySet<string>,
  before: Before,
  held: FieldClass | undefined,
  scope: Scope,
  context: CodecContext,
): string[] {
  const { module } = scope
  const sources = objects.flatMap((atom, index) => sourcesOf(atom, index, held, scope, context))
  const [only, ...others] = sources
  if (!only) return []
  const names =
    declared.size === 0
      ? undefined
      : module.constant('declaredNames', 'ReadonlySet<string>', `new Set(${jsonLit([...declared])})`)
  // Methods of an object are no data.
  const skip = `if (item === undefined || typeof item === 'function'${names === undefined ? '' : ` || ${names}.has(key)`}) continue`
  const comma = before === 'something' ? "','" : `${module.runtime('comma')}(out)`
  const body =
    others.length === 0
      ? [
          `${only.test === undefined ? '' : `if (${only.test}) `}out += ${comma} + ${module.runtime('text')}(key) + ':' + ${only.writer}(item, view)`,
        ]
      : severalLines(sources, comma, scope)
  return ['for (const key of Object.keys(from)) {', ...indented(['const item = from[key]', skip, ...body]), '}']
}

/** Several schemas may speak of the same name: all that do have a say. */
function severalLines(sources: readonly Source[], comma: string, { module }: Scope): string[] {
  const lines = [`const active: ${module.runtimeType('Write')}[] = []`]
  for (const { test, writer, atom } of sources) {
    const patterns = sources.filter((other) => other.atom === atom && other.test !== undefined)
    const own = test ?? patterns.map((other) => `!${other.test}`).join(' && ')
    lines.push(own === '' ? `active.push(${writer})` : `if (${own}) active.push(${writer})`)
  }
  const written = `${comma} + ${module.runtime('text')}(key) + ':' + ${module.runtime('merge')}(item, view, active)`
  return [...lines, `if (active.length > 0) out += ${written}`]
}

function sourcesOf(
  { patternProperties, additionalProperties, unevaluatedProperties }: Schema,
  atom: number,
  held: FieldClass | undefined,
  scope: Scope,
  context: CodecContext,
): Source[] {
  const writer = (schema: Schema, name: string): string => writerName([schema], held, below(scope, name, '.*'), context)
  const sources: Source[] = []
  let number = 0
  for (const [source, schema] of patternProperties ?? []) {
    number++
    const test = schema.always === false ? undefined : patternTest(source, 'key', scope.module)
    if (test !== undefined) sources.push({ test, writer: writer(schema, `Match${number}`), atom })
  }
  for (const rest of [additionalProperties, unevaluatedProperties]) {
    if (rest && rest.always !== false) sources.push({ writer: writer(rest, 'Value'), atom })
  }
  return sources
}
