import type { JsonType, Schema } from '../../../contract/model/index.js'
import { follow } from '../../../contract/schema/index.js'
import { reservedPropertyNames } from '../../plan/reserved.js'
import { numberLit, strLit } from '../../render/escape.js'
import { indented } from '../codec-module.js'
import { below, type CheckPlace } from '../context.js'
import { type Group, groupsOf } from '../model/alternatives.js'
import { checkCall, followed, isUnconstrained } from './constraint.js'
import { expectedTypes, expectedValues } from './expected.js'
import { typeTest, violation } from './scalar-conditions.js'

/** `anyOf`, `oneOf`, `not`, `if`. */
export function compositionLines(schema: Schema, place: CheckPlace): string[] {
  return [
    ...(schema.anyOf ? unionLines('anyOf', schema.anyOf, schema, place) : []),
    ...(schema.oneOf ? unionLines('oneOf', schema.oneOf, schema, place) : []),
    ...notLines(schema, place),
    ...conditionLines(schema, place),
  ]
}

type Union = 'anyOf' | 'oneOf'

function unionLines(keyword: Union, branches: readonly Schema[], schema: Schema, place: CheckPlace): string[] {
  const { module } = place.scope
  const groups = groupsOf(branches, schema.discriminator?.propertyName, place.context.schemas)
  const [only, ...others] = groups
  if (only && others.length === 0) return groupLines(keyword, only, branches.length, place)
  const expected = expectedTypes(groups.flatMap((group) => [...(group.types ?? [])]))
  const refusal = `ok = ${module.runtime('refuse')}(issues, at, ${violation({ test: '', keyword, expected })})`
  if (!only) return [refusal]
  const chain: string[] = []
  const silent: string[] = []
  for (const group of groups) {
    const lines = groupLines(keyword, group, branches.length, place)
    const test = typesTest(group.types ?? new Set(), 'value', module)
    if (lines.length === 0) silent.push(test)
    else chain.push(`${chain.length > 0 ? '} else ' : ''}if (${test}) {`, ...indented(lines))
  }
  const excluded = silent.map((test) => `!(${test})`).join(' && ')
  if (chain.length === 0) return [`if (${excluded}) ${refusal}`]
  return [...chain, excluded === '' ? '} else {' : `} else if (${excluded}) {`, ...indented([refusal]), '}']
}

/** True when the value is of one of the types. */
export function typesTest(types: ReadonlySet<JsonType>, value: string, module: CheckPlace['scope']['module']): string {
  return [...types].map((type) => positive(typeTest(type, value, module))).join(' || ')
}

function positive(test: string): string {
  return test.startsWith('!')
    ? test.slice(1)
    : test.replace(' !== ', ' === ').replace(/ === undefined$/, ' !== undefined')
}

function groupLines(keyword: Union, group: Group, total: number, place: CheckPlace): string[] {
  const { module } = place.scope
  const callOf = (branch: Group['branches'][number], issues: 'issues' | 'silent'): string | undefined =>
    checkCall(
      branch.schema,
      { value: 'value', at: 'at', issues },
      { ...place, scope: below(place.scope, `Option${branch.index + 1}`) },
    )
  const [only, ...others] = group.branches
  if (only && others.length === 0) {
    const call = callOf(only, 'issues')
    return call === undefined ? [] : [followed(call)]
  }
  if (group.tag) return tagLines(keyword, group, (branch) => callOf(branch, 'issues'), place)
  const acceptsAll = ({ schema }: Group['branches'][number]): boolean =>
    isUnconstrained(follow(schema, place.context.schemas))
  if (keyword === 'anyOf' && group.branches.some(acceptsAll)) return []
  const calls = group.branches.map((branch) => callOf(branch, 'silent'))
  const refusal = violation({ test: '', keyword, expected: alternatives(total) })
  const refused = `ok = ${module.runtime('refuse')}(issues, at, ${refusal})`
  if (keyword === 'anyOf') {
    return [`if (!(${calls.join(' || ')})) ${refused}`]
  }
  const certain = calls.filter((call) => call === undefined).length
  const lines = [`let hits = ${numberLit(certain)}`]
  for (const call of calls) if (call !== undefined) lines.push(`if (hits < 2 && ${call}) hits++`)
  // In a block: a schema may have several unions.
  return ['{', ...indented([...lines, `if (hits !== 1) ${refused}`]), '}']
}

function tagLines(
  keyword: Union,
  { tag, branches }: Group,
  callOf: (branch: Group['branches'][number]) => string | undefined,
  place: CheckPlace,
): string[] {
  if (!tag) return []
  const { module } = place.scope
  const cases = branches.flatMap((branch, index) => {
    const call = callOf(branch)
    const labels = (tag.values[index] ?? []).map((text) => `case ${strLit(text)}:`)
    return labels.length === 0
      ? []
      : [...labels, ...indented([...(call === undefined ? [] : [followed(call)]), 'break'])]
  })
  const refusal = violation({ test: '', keyword, expected: expectedValues(tag.values.flat()) })
  const noted = `ok = ${module.runtime('refuseAt')}(issues, at, ${strLit(tag.property)}, ${refusal})`
  const lines = [`switch (${tagOf(tag.property, module)}) {`, ...indented([...cases, 'default:', `  ${noted}`]), '}']
  return lines
}

/** The tag of `value`, undefined when that is no object or has none. */
export function tagOf(property: string, module: CheckPlace['scope']['module']): string {
  const record = `${module.runtime('record')}(value)`
  return reservedPropertyNames.has(property)
    ? `${module.runtime('own')}(${record} ?? {}, ${strLit(property)})`
    : `${record}?.[${strLit(property)}]`
}

function alternatives(count: number): string {
  return `a value of one of ${count} alternatives`
}

function notLines({ not }: Schema, place: CheckPlace): string[] {
  if (!not) return []
  const { module } = place.scope
  const args = { value: 'value', at: 'at', issues: 'silent' } as const
  const call = checkCall(not, args, { ...place, scope: below(place.scope, 'Not') })
  const refused = `ok = ${module.runtime('refuse')}(issues, at, 'not', 'a value of another kind')`
  return [call === undefined ? refused : `if ((ok || !issues.full) && ${call}) ${refused}`]
}

function conditionLines(schema: Schema, place: CheckPlace): string[] {
  if (!schema.if) return []
  const call = (part: Schema | undefined, name: string, issues: 'issues' | 'silent'): string | undefined =>
    part && checkCall(part, { value: 'value', at: 'at', issues }, { ...place, scope: below(place.scope, name) })
  const test = call(schema.if, 'If', 'silent')
  const whenTrue = call(schema.then, 'Then', 'issues')
  const whenFalse = call(schema.else, 'Else', 'issues')
  if (test === undefined) return whenTrue === undefined ? [] : [followed(whenTrue)]
  if (whenTrue === undefined) return whenFalse === undefined ? [] : [`if (!${test}) ${followed(whenFalse)}`]
  const lines = [`if (${test}) {`, ...indented([followed(whenTrue)])]
  return whenFalse === undefined ? [...lines, '}'] : [...lines, '} else {', ...indented([followed(whenFalse)]), '}']
}
