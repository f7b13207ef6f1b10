import type { JsonType, Schema } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/index.js'
import { atomsOf, typesOf } from '../masking/atoms.js'
import { strLit } from '../render/escape.js'
import { checkCall } from './check/constraint.js'
import { nameStep, propertyOf } from './check/object-check.js'
import { patternTest } from './check/pattern.js'
import { indented, type Scope } from './codec-module.js'
import { below, type CodecContext } from './context.js'

/**
 * The function that shows the view every `x-tenant-key` value. It walks only to where such values are, and of
 * alternatives only those that describe the value.
 */
export function guardFunction(
  declaration: string,
  schema: Schema,
  scope: Scope,
  context: CodecContext,
): readonly string[] {
  const { module } = scope
  const own = schema.tenantKey ? keyLines(typesOf(atomsOf([schema], context.schemas)), scope) : []
  const body = [
    ...own,
    ...objectLines(schema, scope, context),
    ...arrayLines(schema, scope, context),
    ...joinedLines(schema, scope, context),
    ...choiceLines(schema, scope, context),
  ]
  return [`${declaration}(value: unknown, view: ${module.runtimeType('View')}): void {`, ...indented(body), '}']
}

/** Each tenant of a list is one value. */
function keyLines(types: ReadonlySet<JsonType> | undefined, { field }: Scope): string[] {
  const place = strLit(field)
  if (types && !types.has('array')) return [`view.guard(value, ${place})`]
  return [
    'if (Array.isArray(value)) {',
    `  for (const item of value as readonly unknown[]) view.guard(item, ${place})`,
    `} else view.guard(value, ${place})`,
  ]
}

function call(schema: Schema, value: string, scope: Scope, context: CodecContext): string | undefined {
  if (!context.facts.holdsTenantKey(schema)) return undefined
  // A reference that is a tenant key itself says so: its target may not.
  const target = schema.tenantKey ? schema : follow(schema, context.schemas)
  return `${context.guard(target, scope)}(${value}, view)`
}

function objectLines(schema: Schema, scope: Scope, context: CodecContext): string[] {
  const { module } = scope
  const lines: string[] = []
  for (const [name, property] of schema.properties ?? []) {
    const guard = call(property, 'field', below(scope, nameStep(name), `.${name}`), context)
    if (guard === undefined) continue
    lines.push(`field = ${propertyOf(name, { scope })}`, `if (field !== undefined) ${guard}`)
  }
  const loop: string[] = []
  const declared = [...(schema.properties?.keys() ?? [])]
  for (const [source, value] of schema.patternProperties ?? []) {
    const guard = call(value, 'from[key]', below(scope, 'Match', '.*'), context)
    const test = patternTest(source, 'key', module)
    if (guard !== undefined && test !== undefined) loop.push(`if (${test}) ${guard}`)
  }
  for (const rest of [schema.additionalProperties, schema.unevaluatedProperties]) {
    const guard = rest && call(rest, 'from[key]', below(scope, 'Value', '.*'), context)
    if (guard === undefined) continue
    const names = module.constant(
      'declaredNames',
      'ReadonlySet<string>',
      `new Set<string>([${declared.map(strLit).join(', ')}])`,
    )
    loop.push(`if (!${names}.has(key) && from[key] !== undefined) ${guard}`)
  }
  if (lines.length === 0 && loop.length === 0) return []
  const walk = loop.length === 0 ? [] : ['for (const key of Object.keys(from)) {', ...indented(loop), '}']
  return [
    `const from = ${module.runtime('record')}(value)`,
    'if (from !== undefined) {',
    ...indented([...(lines.length > 0 ? ['let field: unknown'] : []), ...lines, ...walk]),
    '}',
  ]
}

function arrayLines({ prefixItems = [], ...schema }: Schema, scope: Scope, context: CodecContext): string[] {
  const lines: string[] = []
  for (const [index, item] of prefixItems.entries()) {
    const guard = call(item, `value[${index}]`, below(scope, `Item${index + 1}`, `[${index}]`), context)
    if (guard !== undefined) lines.push(`if (value.length > ${index}) ${guard}`)
  }
  for (const items of [schema.items, schema.unevaluatedItems]) {
    const guard = items && call(items, 'item', below(scope, 'Item', '[]'), context)
    if (guard === undefined) continue
    const from = prefixItems.length === 0 ? 'value' : `value.slice(${prefixItems.length})`
    lines.push(`for (const item of ${from} as readonly unknown[]) ${guard}`)
  }
  return lines.length === 0 ? [] : ['if (Array.isArray(value)) {', ...indented(lines), '}']
}

function joinedLines(schema: Schema, scope: Scope, context: CodecContext): string[] {
  const target = schema.ref === undefined ? undefined : context.schemas.get(schema.ref)
  const parts = [...(target ? [target] : []), ...(schema.allOf ?? [])]
  const lines = parts.map((part, index) =>
    call(part, 'value', { ...below(scope, `Part${index + 1}`), field: scope.field }, context),
  )
  return lines.flatMap((line) => line ?? [])
}

function choiceLines(schema: Schema, scope: Scope, context: CodecContext): string[] {
  const lines: string[] = []
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  const check = (part: Schema, name: string): string | undefined => {
    const args = { value: 'value', at: 'undefined', issues: 'silent' } as const
    // The same guard serves both directions: a part that describes the value in either is asked.
    const directions = context.facts.variesByDirection(part) ? (['output', 'input'] as const) : (['output'] as const)
    const tests = directions.map((direction) =>
      checkCall(part, args, { context, scope: below(scope, name), direction, leftOut: new Set<string>() }),
    )
    return tests.includes(undefined) ? undefined : tests.join(' || ')
  }
  const guarded = (part: Schema | undefined, name: string): string | undefined =>
    part && call(part, 'value', { ...below(scope, name), field: scope.field }, context)
  branches.forEach((branch, index) => {
    const guard = guarded(branch, `Option${index + 1}`)
    const test = guard === undefined ? undefined : check(branch, `Option${index + 1}`)
    if (guard !== undefined) lines.push(test === undefined ? guard : `if (${test}) ${guard}`)
  })
  for (const part of [schema.then, schema.else, ...(schema.dependentSchemas?.values() ?? [])]) {
    const guard = guarded(part, 'Part')
    if (guard !== undefined) lines.push(guard)
  }
  return lines
}
