/** An edit that others make up for as to some values still breaks the values that nothing makes up for. */
import { expect, test } from 'vitest'
import { exampleContract } from '../../../src/diff/rules/example-contract.js'
import { findingLines } from '../support/diff-texts.js'

const contract = (branches: string, note: number): string =>
  exampleContract({
    request: `{ type: object, properties: { it: { anyOf: [${branches}] }, note: { type: string, maxLength: ${note} } } }`,
  })

const base = contract('{ type: string }, { type: boolean }', 9)

test.each([
  ['the smallest text', "{ enum: ['', 5] }"],
  ['short texts', '{ maxLength: 3 }'],
])('an alternative that goes breaks what %s of a new one do not stand in for', async (_, branch) => {
  expect(await findingLines(base, contract(`{ type: boolean }, ${branch}`, 8))).toEqual([
    'breaking request-alternative-removed POST /orders: `it` may no longer be string',
    'breaking request-length-narrowed POST /orders: `note` is limited further: `maxLength` went from 9 to 8',
    'info request-alternative-added POST /orders: `it` may also be alternative 1',
  ])
})

test('an alternative that goes breaks nothing where a new one stands in for all of it', async () => {
  const lines = await findingLines(
    base,
    contract('{ type: boolean }, { maxLength: 1000000 }, { minLength: 1000000 }', 9),
  )
  expect(lines.filter((line) => line.startsWith('breaking'))).toEqual([])
})
