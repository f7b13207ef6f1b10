import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JudgeOptions, judge, toJsonSchema } from '../../../../src/contract/schema/judge/index.js'
import type { JsonValue } from '../../../../src/util/own.js'
import { isValid } from '../../../support/interpret-schema.js'
import { randomDocument, randomValue } from '../../../support/random-json-schema.js'
import { sideOf } from '../../../support/schema-side.js'

/**
 * What is handed to the validator is a small part of the schema, made for one value. Here it is held against an
 * interpreter that reads the whole: the schema as it was written, and as it is rendered in full.
 */
const plain: JudgeOptions = { projection: 'none', closed: false }
const runs = Number(process.env['JUDGE_RUNS'] ?? 400)
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
  const options = fc.record({ projection: fc.constantFrom(...projections), closed: fc.boolean() })
  fc.assert(
    fc.property(cases, options, ({ document, values }, given) => {
      const side = sideOf(document)
      const full = toJsonSchema(side, given)
      for (const value of values) {
        const { kind } = judge(side, value as JsonValue, given)
        if (kind !== 'unjudged')
          expect({ value, kind }).toEqual({ value, kind: isValid(full, value) ? 'accepted' : 'refused' })
      }
    }),
    { numRuns: runs },
  )
})
