import type { Schema } from '../../../contract/model/index.js'
import { follow } from '../../../contract/schema/index.js'
import { numberLit } from '../../render/escape.js'
import { indented } from '../codec-module.js'
import { below, type CheckPlace } from '../context.js'
import { checkCall, followed, isInline } from './constraint.js'
import { counted } from './expected.js'
import { scalarConditions, violation } from './scalar-conditions.js'

/** Checks of the array `items`. */
export function arrayLines(schema: Schema, outer: CheckPlace): string[] {
  const place: CheckPlace = { ...outer, leftOut: new Set() }
  return [
    ...lengthLines(schema, place),
    ...prefixLines(schema, place),
    ...itemLines(schema, place),
    ...uniqueLines(schema, place),
    ...containsLines(schema, place),
  ]
}

function lengthLines({ minItems, maxItems }: Schema, { scope: { module } }: CheckPlace): string[] {
  const lines: string[] = []
  const add = (operator: string, bound: number, keyword: string, words: 'at least' | 'at most'): void => {
    const refusal = violation({ test: '', keyword, expected: counted(words, bound, 'item') })
    lines.push(
      `if (items.length ${operator} ${numberLit(bound)}) ok = ${module.runtime('refuse')}(issues, at, ${refusal})`,
    )
  }
  if (minItems !== undefined && minItems > 0) add('<', minItems, 'minItems', 'at least')
  if (maxItems !== undefined) add('>', maxItems, 'maxItems', 'at most')
  return lines
}

function prefixLines({ prefixItems = [] }: Schema, place: CheckPlace): string[] {
  return prefixItems.flatMap((item, index) => {
    const args = { value: `items[${index}]`, at: { key: String(index) }, issues: 'issues' } as const
    const call = checkCall(item, args, { ...place, scope: below(place.scope, `Item${index + 1}`, `[${index}]`) })
    return call === undefined ? [] : [`if (items.length > ${index}) ${followed(call)}`]
  })
}

function itemLines({ items, prefixItems = [] }: Schema, place: CheckPlace): string[] {
  if (!items) return []
  const { scope, context } = place
  const { module } = scope
  const target = follow(items, context.schemas)
  const start = prefixItems.length
  const loop = `for (let index = ${start}; index < items.length && (ok || !issues.full); index++) {`
  if (target.always === false) {
    const expected = counted('at most', start, 'item')
    const refusal = violation({ test: '', keyword: 'items', expected })
    return [`if (items.length > ${start}) ok = ${module.runtime('refuse')}(issues, at, ${refusal})`]
  }
  if (isInline(target)) {
    const chain = scalarConditions(target, 'item', module).map(
      (condition, index) =>
        `${index > 0 ? 'else ' : ''}if (${condition.test}) ok = ${module.runtime('refuseAt')}(issues, at, index, ${violation(condition)})`,
    )
    return [loop, ...indented(['const item = items[index]', ...chain]), '}']
  }
  const args = { value: 'items[index]', at: { key: 'index' }, issues: 'issues' } as const
  const call = checkCall(items, args, { ...place, scope: below(scope, 'Item', '[]') })
  return call === undefined ? [] : [loop, ...indented([`ok = ${call} && ok`]), '}']
}

function uniqueLines({ uniqueItems }: Schema, { scope: { module } }: CheckPlace): string[] {
  if (!uniqueItems) return []
  const refusal = `${module.runtime('refuse')}(issues, at, 'uniqueItems', 'no two equal items')`
  return [`if ((ok || !issues.full) && !${module.runtime('isUnique')}(items)) ok = ${refusal}`]
}

function containsLines(schema: Schema, place: CheckPlace): string[] {
  const { contains, minContains = 1, maxContains } = schema
  if (!contains || (minContains === 0 && maxContains === undefined)) return []
  const { module } = place.scope
  const args = { value: 'item', at: 'at', issues: 'silent' } as const
  const call = checkCall(contains, args, { ...place, scope: below(place.scope, 'Contained', '[]') })
  const counting = call === undefined ? ['hits = items.length'] : [`for (const item of items) if (${call}) hits++`]
  const lines = ['let hits = 0', ...counting]
  const add = (test: string, keyword: string, expected: string): void => {
    lines.push(`if (${test}) ok = ${module.runtime('refuse')}(issues, at, ${violation({ test, keyword, expected })})`)
  }
  if (minContains > 0) {
    const keyword = schema.minContains === undefined ? 'contains' : 'minContains'
    add(`hits < ${numberLit(minContains)}`, keyword, counted('at least', minContains, 'matching item'))
  }
  if (maxContains !== undefined) {
    add(`hits > ${numberLit(maxContains)}`, 'maxContains', counted('at most', maxContains, 'matching item'))
  }
  return lines
}
