/**
 * Laws of containment, whatever the schemas: what is proved stays proved when it is put together with other proofs. The
 * engine decides each question by itself, so that two answers which contradict each other show that one is wrong, even
 * where no validator and no pool of values would see which. fast-check prints the seed of what fails.
 */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createContainment, type Verdict, type View } from '../../../src/diff/containment/index.js'
import { edited, hasCircle } from '../../support/edit-schema.js'
import { plausibleDocument, randomDocument, schema } from '../../support/random-json-schema.js'
import { sideOf } from '../../support/schema-side.js'
import { randomEdit } from './oracle/pairs.js'

// To make a counterexample small takes longer than to find it.
vi.setConfig({ testTimeout: 120_000 })

type Document = Readonly<Record<string, unknown>>

const views: readonly View[] = ['exchange', 'strict']
const document = fc.oneof({ weight: 3, arbitrary: plausibleDocument }, { weight: 1, arbitrary: randomDocument })
const numRuns = 60

function verdictOf(view: View, producer: Document, reader: Document): Verdict['kind'] {
  return createContainment({ view }).check(sideOf(producer), sideOf(reader), 'none').kind
}

test('a schema contains itself', () => {
  fc.assert(
    fc.property(document, (one) => {
      for (const view of views) expect(verdictOf(view, one, one)).toBe('compatible')
    }),
    { numRuns },
  )
})

/** A schema, and what two edits make of it, one after the other. */
const chain = fc.tuple(document, randomEdit, randomEdit).map(([one, first, second]) => {
  const next = edited(one, first) ?? one
  return [one, next, edited(next, second) ?? next] as const
})
const orders = [
  ...[[0, 1, 2] as const, [0, 2, 1] as const, [1, 0, 2] as const],
  ...[[1, 2, 0] as const, [2, 0, 1] as const, [2, 1, 0] as const],
] as const

/** In the strict view: what a reader takes it need not declare, so that in the other one there is no chain. */
test('what is contained in the contained is contained', () => {
  let chains = 0
  fc.assert(
    fc.property(chain, (schemas) => {
      if (schemas.some(hasCircle)) return
      const verdicts = schemas.map((one) => schemas.map((other) => verdictOf('strict', one, other)))
      for (const [inner, middle, outer] of orders) {
        if (verdicts[inner]?.[middle] !== 'compatible' || verdicts[middle]?.[outer] !== 'compatible') continue
        if (verdicts[outer]?.[inner] === 'breaking') chains++
        expect(verdicts[inner][outer]).not.toBe('breaking')
      }
    }),
    { numRuns },
  )
  // Of schemas that all mean the same, it would show nothing.
  expect(chains).toBeGreaterThan(numRuns / 10)
})

/** A schema, and another one to put beside it, which may refer to what the first one defines. */
const beside = fc
  .tuple(document, schema(['A', 'B', 'C']))
  .map(([{ $defs, ...one }, other]) => ({
    all: { allOf: [one, other], $defs },
    one: { ...one, $defs },
    any: { anyOf: [one, other], $defs },
  }))
  .filter((schemas) => !Object.values(schemas).some(hasCircle))

test('a constraint more never widens, and an alternative more never narrows', () => {
  let told = 0
  fc.assert(
    fc.property(beside, ({ all, one, any }) => {
      for (const view of views) {
        expect(verdictOf(view, all, one)).not.toBe('breaking')
        expect(verdictOf(view, one, any)).not.toBe('breaking')
        if (verdictOf(view, one, all) === 'breaking' && verdictOf(view, any, one) === 'breaking') told++
      }
    }),
    { numRuns },
  )
  expect(told).toBeGreaterThan(numRuns / 10)
})
