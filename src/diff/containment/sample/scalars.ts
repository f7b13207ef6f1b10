import type { JsonType } from '../../../contract/model/index.js'
import { numberFormats } from '../number/format.js'
import type { TextSolver } from '../text/index.js'
import type { Case } from './cases.js'

const longest = 2_000

/** Texts at the bounds and between, with the patterns and the formats that are asked for where some can be found. */
export function textsOf(together: Case, solver: TextSolver): readonly string[] {
  const minLength = Math.max(0, ...together.map((schema) => schema.minLength ?? 0))
  const maxLength = Math.min(...together.map((schema) => schema.maxLength ?? Number.POSITIVE_INFINITY))
  const patterns = together.flatMap((schema) => schema.pattern ?? [])
  const formats = together.flatMap((schema) => schema.format ?? []).filter((one) => solver.isKnownFormat(one))
  const ask = (least: number, most: number, count: number) =>
    solver.several(
      { minLength: least, maxLength: most, patterns, notPatterns: [], formats, notFormats: [], excluded: new Set() },
      count,
    ).values
  const lengths = [minLength, minLength + 1, maxLength - 1, maxLength].filter(
    (one) => one >= minLength && one <= longest,
  )
  const atBounds = [...new Set(lengths)].flatMap((length) => ask(length, length, 1))
  const odd =
    patterns.length + formats.length === 0 ? ['😀'.repeat(Math.min(Math.max(minLength, 1), longest)), ' '] : []
  return [...new Set([...ask(minLength, maxLength, 4), ...atBounds, ...odd])]
}

/** Numbers at the bounds and beside them. */
export function numbersOf(together: Case, type: 'integer' | 'number'): readonly number[] {
  const around: number[] = []
  const units: number[] = []
  for (const schema of together) {
    const bounds = [schema.minimum, schema.maximum, schema.exclusiveMinimum, schema.exclusiveMaximum]
    const { minimum, maximum } = numberFormats.get(schema.format ?? '') ?? {}
    for (const bound of [...bounds, minimum, maximum]) if (bound !== undefined) around.push(bound)
    if (schema.multipleOf !== undefined) units.push(schema.multipleOf)
  }
  const step = units.length > 0 ? Math.max(...units) : 1
  const near = around.flatMap((bound) => {
    const floor = Math.floor(bound / step) * step
    return [bound, bound + 1, bound - 1, floor, floor + step, ...(type === 'number' ? [bound + 0.5, bound - 0.5] : [])]
  })
  const simple = type === 'number' ? [0, 1, -1, 0.5, 1e9] : [0, 1, -1, 1e9]
  const all = [...simple, ...units, ...units.map((unit) => 3 * unit), ...near]
  return [...new Set(all)].filter((one) => Number.isFinite(one) && (type === 'number' || Number.isInteger(one)))
}

const everyType: readonly JsonType[] = ['object', 'string', 'integer', 'number', 'array', 'boolean', 'null']

/** Types that all accept. */
export function typesOf(together: Case): readonly JsonType[] {
  const accepted = everyType.filter((type) =>
    together.every(({ types }) => !types || types.includes(type) || (type === 'integer' && types.includes('number'))),
  )
  return accepted.includes('number') ? accepted.filter((type) => type !== 'integer') : accepted
}
