/**
 * Laws of what is told about two schemas, whatever they are. fast-check prints the seed of what fails.
 */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { View } from '../../../src/diff/containment/index.js'
import type { Finding } from '../../../src/diff/report.js'
import { hasCircle } from '../../support/edit-schema.js'
import { isSent, isValid } from '../../support/interpret-schema.js'
import { judgedByAjv } from '../../support/judged-by-ajv.js'
import type { Pair } from '../containment/oracle/examine.js'
import { randomPair } from '../containment/oracle/pairs.js'
import { diffDocuments } from '../support/diff-documents.js'

// To make a counterexample small takes longer than to find it.
vi.setConfig({ testTimeout: 120_000 })

const numRuns = 50
const pairs = randomPair.filter(
  ({ before, after }) => ![before, after].some((one) => typeof one === 'object' && hasCircle(one)),
)

type Way = 'request' | 'response'

function findingsOf({ before, after }: Pair, direction: Way, view: View): readonly Finding[] {
  return diffDocuments(before, after, { direction, view }).findings
}

/**
 * Where something breaks. Of several values that show it either direction may find another one; and a schema is called as
 * the later version calls it, which is another one there and back.
 */
function breaksOf(pair: Pair, direction: Way): readonly string[] {
  return findingsOf(pair, direction, 'strict')
    .filter(({ level }) => level === 'breaking')
    .map(({ pointer }) => pointer.replace(/^\/schemas\/\w+/, '/schemas'))
    .sort()
}

test('what breaks a reader from here to there breaks a writer from there to here', () => {
  let told = 0
  fc.assert(
    fc.property(pairs, ({ before, after }) => {
      const breaks = breaksOf({ before, after }, 'request')
      if (breaks.length > 0) told++
      expect(breaksOf({ before: after, after: before }, 'response')).toEqual(breaks)
    }),
    { numRuns },
  )
  expect(told).toBeGreaterThan(numRuns / 10)
})

test('a witness is sent by the one side and refused by the other', () => {
  let told = 0
  fc.assert(
    fc.property(pairs, fc.constantFrom<Way>('request', 'response'), (pair, direction) => {
      const [producer, reader] = direction === 'request' ? [pair.before, pair.after] : [pair.after, pair.before]
      for (const view of ['exchange', 'strict'] as const) {
        for (const { level, witness } of findingsOf(pair, direction, view)) {
          if (level !== 'breaking' || !witness || !('value' in witness)) continue
          told++
          const { value } = witness
          expect({ value, isSent: judgedByAjv(producer, value) ?? isValid(producer, value) }).toEqual({
            value,
            isSent: true,
          })
          expect({ value, isRead: judgedByAjv(reader, value) ?? isValid(reader, value) }).toEqual({
            value,
            isRead: false,
          })
          if (view === 'exchange') expect(isSent(producer, value)).toBe(true)
        }
      }
    }),
    { numRuns },
  )
  expect(told).toBeGreaterThan(numRuns / 10)
})
