import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JudgeOptions, judge, toJsonSchema } from '../../../../src/contract/schema/judge/index.js'
import type { JsonValue } from '../../../../src/util/own.js'
import { isSent, isValid } from '../../../support/interpret-schema.js'
import { randomDocument, randomObject, randomValue } from '../../../support/random-json-schema.js'
import { sideOf } from '../../../support/schema-side.js'

/**
 * What is handed to the validator is a small part of the schema, made for one value. Here it is held against an
 * interpreter that reads the whole: the schema as it was written, and as it is rendered in full.
 */
const plain: JudgeOptions = { projection: 'none', closed: false }
const runs = Number(process.env['JUDGE_RUNS'] ?? 150)
const cases = fc.record({ document: randomDocument, values: fc.array(randomValue, { minLength: 8, maxLength: 8 }) })

test('a judgement is that of the schema as it is written', () => {
  const judged = { accepted: 0, refused: 0, unjudged: 0 }
  fc.assert(
    fc.property(cases, ({ document, values }) => {
      const side = sideOf(document)
      for (const value of values) {
        const { kind } = judge(side, value as JsonValue, plain)
        judged[kind]++
        if (kind !== 'unjudged')
          expect({ value, kind }).toEqual({ value, kind: isValid(document, value) ? 'accepted' : 'refused' })
      }
    }),
    { numRuns: runs },
  )
  const all = judged.accepted + judged.refused + judged.unjudged
  expect(judged.accepted / all).toBeGreaterThan(0.1)
  expect(judged.refused / all).toBeGreaterThan(0.1)
  expect(judged.unjudged / all).toBeLessThan(0.01)
})

const projections = ['none', 'to-server', 'from-server'] as const

test('a judgement is that of the schema as it is rendered in full', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...projections), ({ document, values }, projection) => {
      const side = sideOf(document)
      const full = toJsonSchema(side, { projection })
      for (const value of values) {
        const { kind } = judge(side, value as JsonValue, { projection, closed: false })
        if (kind !== 'unjudged')
          expect({ value, kind }).toEqual({ value, kind: isValid(full, value) ? 'accepted' : 'refused' })
      }
    }),
    { numRuns: runs },
  )
})

test('what a producing side sends is told as the definition has it', () => {
  let sent = 0
  let kept = 0
  const objects = fc.array(randomObject, { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(randomDocument, objects, ({ $defs, ...given }, values) => {
      // Mostly something is declared, and something else is accepted.
      const document = { properties: { a: given }, required: ['b'], anyOf: [given, {}], $defs }
      const side = sideOf(document)
      for (const value of values) {
        const { kind } = judge(side, value as JsonValue, { projection: 'none', closed: true })
        if (kind === 'unjudged') continue
        const expected = isSent(document, value)
        if (expected) sent++
        else if (isValid(document, value)) kept++
        expect({ value, kind }).toEqual({ value, kind: expected ? 'accepted' : 'refused' })
      }
    }),
    { numRuns: runs },
  )
  expect(sent).toBeGreaterThan(runs)
  expect(kept).toBeGreaterThan(runs)
})
