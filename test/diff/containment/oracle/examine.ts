import { toJsonSchema } from '../../../../src/contract/schema/judge/index.js'
import type { Containment, Projection, Verdict, View } from '../../../../src/diff/containment/index.js'
import { sampleValues } from '../../../../src/diff/containment/sampler.js'
import type { JsonValue } from '../../../../src/util/own.js'
import { isSent, isValid } from '../../../support/interpret-schema.js'
import { judgedByAjv } from '../../../support/judged-by-ajv.js'
import { sideOf } from '../../../support/schema-side.js'

type Document = Readonly<Record<string, unknown>> | boolean

export interface Pair {
  readonly before: Document
  readonly after: Document
}

/** What is wrong with a verdict. */
export interface Fault {
  readonly what: 'a value of the pool breaks it' | 'the witness is not sent' | 'the witness is read' | 'it throws'
  readonly value?: unknown
  readonly about?: string
}

export interface Examined {
  readonly verdict: Verdict['kind']
  readonly why?: string
  readonly fault?: Fault
}

/**
 * Asks the engine whether the reader takes all that the producer sends, and holds the answer against the definition: on
 * the schemas as they are written, or, where members are left out, as they are rendered without them.
 */
export function examine(engine: Containment, given: Pair, projection: Projection = 'none'): Examined {
  const [producer, reader] = [sideOf(given.before), sideOf(given.after)]
  const before = projection === 'none' ? given.before : toJsonSchema(producer, { projection })
  const after = projection === 'none' ? given.after : toJsonSchema(reader, { projection })
  let verdict: Verdict
  try {
    verdict = engine.check(producer, reader, projection)
  } catch (error) {
    return { verdict: 'unknown', why: 'it throws', fault: { what: 'it throws', about: String(error) } }
  }
  const breaks = (value: unknown) =>
    isValid(before, value) && !isValid(after, value) && isProduced(engine.view, before, value)
  if (verdict.kind === 'compatible') {
    const broken = poolOf({ before, after }).find(breaks)
    return {
      verdict: verdict.kind,
      ...(broken !== undefined && { fault: { what: 'a value of the pool breaks it', value: broken } }),
    }
  }
  if (verdict.kind === 'unknown') return { verdict: verdict.kind, why: verdict.why }
  const { witness: value } = verdict
  const isSentBy = isProduced(engine.view, before, value) && judgedByAjv(before, value) !== false
  if (!isSentBy) return { verdict: verdict.kind, fault: { what: 'the witness is not sent', value } }
  const isRead = isValid(after, value) || judgedByAjv(after, value) === true
  return { verdict: verdict.kind, ...(isRead && { fault: { what: 'the witness is read', value } }) }
}

function isProduced(view: View, document: Document, value: unknown): boolean {
  return view === 'exchange' ? isSent(document, value) : isValid(document, value)
}

/** Small values: a fixed world that random schemas are about, and what the schemas themselves suggest. */
function poolOf({ before, after }: Pair): readonly unknown[] {
  const suggested = [before, after].flatMap((one) => [...sampleValues(sideOf(one), { projection: 'none', limit: 40 })])
  return [...suggested, ...constantsOf(before), ...constantsOf(after), ...world]
}

const scalars: readonly JsonValue[] = [
  ...['', 'a', 'b', 'ab', 'ba', 'abc', 'aaaa', '😀', 'b1', '2024-02-29', '127.0.0.1'],
  ...[0, 1, -1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 0.5, 1.5, 2.5, -0.5, 2 ** 31, 2 ** 53],
  ...[true, false, null],
]
const few: readonly JsonValue[] = [1, 'a', null, {}, [], true, 0.5, 'b1']

const world: readonly JsonValue[] = [
  ...scalars,
  ...[[], {}],
  ...few.flatMap((one) => [[one], [one, one], [one, 1], ['a', one], [one, 'a', 2]]),
  ...few.flatMap((one) => ['a', 'b', 'c', 'ab', 'd'].map((name) => ({ [name]: one }))),
  ...few.flatMap((one) => [
    ...[
      { a: one, b: 1 },
      { a: 1, b: one },
      { a: one, c: 'a' },
      { b: one, c: one },
      { a: one, ab: one },
    ],
    ...[
      { a: one, b: one, c: one },
      { a: one, d: 1 },
      { a: { a: one } },
      { b: [one] },
      { a: one, b: 1, c: 2, ab: 3, d: 4 },
    ],
  ]),
]

function constantsOf(document: unknown): readonly unknown[] {
  if (typeof document !== 'object' || document === null) return []
  return Object.entries(document).flatMap(([keyword, value]) =>
    keyword === 'enum' && Array.isArray(value)
      ? (value as unknown[])
      : keyword === 'const'
        ? [value]
        : constantsOf(value),
  )
}
