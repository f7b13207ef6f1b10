/** What a payload has in several places is looked at in each in which it may mean something else. */
import { expect, test } from 'vitest'
import { exampleContract } from '../../../src/diff/rules/example-contract.js'
import { findingLines } from '../support/diff-texts.js'

const name = "{ $ref: '#/components/schemas/Name' }"
const contract = (request: string, lengths: { readonly name: number; readonly note: number }): string =>
  exampleContract({
    request: `{ type: object, properties: { first: ${name}, other: ${request}, note: { type: string, maxLength: ${lengths.note} } } }`,
    schemas: `Name: { type: string, maxLength: ${lengths.name} }`,
  })

test.each([
  ['a negation', `{ not: ${name} }`],
  ['a condition', `{ if: ${name}, then: { const: a } }`],
  ['a choice of one', `{ oneOf: [${name}, { type: string, minLength: 6 }] }`],
  ['a negation far below', `{ items: { properties: { it: { allOf: [{ not: ${name} }] } } } }`],
])('a limit that is widened breaks %s, whatever else breaks the payload', async (_, other) => {
  const base = contract(other, { name: 5, note: 9 })
  expect(await findingLines(base, contract(other, { name: 7, note: 8 }))).toEqual([
    'breaking request-length-narrowed POST /orders: `note` is limited further: `maxLength` went from 9 to 8',
    expect.stringMatching(/^breaking .*`maxLength` went from 5 to 7/),
  ])
})

test('a limit that is widened breaks nothing in a conjunction', async () => {
  const other = `{ allOf: [${name}, { pattern: '^a' }] }`
  expect(await findingLines(contract(other, { name: 5, note: 9 }), contract(other, { name: 7, note: 9 }))).toEqual([
    expect.stringMatching(/^info .*`maxLength` went from 5 to 7/),
  ])
})

test('one schema that gave way to two is compared with both', async () => {
  const members = (a: string, b: string) =>
    `{ type: object, properties: { a: { $ref: '#/components/schemas/${a}' }, b: { $ref: '#/components/schemas/${b}' } } }`
  const schemas = 'One: { maxLength: 9 }, Two: { maxLength: 9 }, Three: { maxLength: 8 }'.replaceAll(', T', '\nT')
  const [base, head] = [members('One', 'One'), members('Two', 'Three')].map((request) =>
    exampleContract({ request, schemas }),
  )
  expect(await findingLines(base as string, head as string)).toEqual([
    expect.stringMatching(/^breaking request-length-narrowed .*`maxLength` went from 9 to 8/),
  ])
})
