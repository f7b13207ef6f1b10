/** What no single edit tells of is told of the schema as a whole, even where other edits break the same payload. */
import { describe, expect, test } from 'vitest'
import { exampleContract } from '../../../src/diff/rules/example-contract.js'
import { findingLines } from '../support/diff-texts.js'

const called = '{ type: object, required: [type], properties: { type: { enum: [function] }, name: { type: string } } }'
const custom = '{ type: object, required: [type], properties: { type: { enum: [custom] }, name: { type: string } } }'
const contract = (call: string, states: string): string =>
  exampleContract({
    response:
      "{ type: object, properties: { state: { enum: [STATES] }, calls: { type: array, items: { $ref: '#/components/schemas/Call' } } } }".replace(
        'STATES',
        states,
      ),
    schemas: `Call: ${call}`,
  })
const broken = 'breaking response-enum-grew POST /orders: `state` gained `c`'
const whole =
  'breaking response-payload-changed POST /orders: `Call` is not compatible as a whole, and no single change of it is to blame'

async function breaksOf(base: string, head: string): Promise<readonly string[]> {
  return (await findingLines(base, head)).filter((line) => line.startsWith('breaking'))
}

describe('an object that becomes a choice', () => {
  test('breaks by what is new in it, beside another break', async () => {
    const [base, head] = [contract(called, 'a, b'), contract(`{ oneOf: [${called}, ${custom}] }`, 'a, b, c')]
    expect(await breaksOf(base, head)).toEqual([broken, whole])
  })

  test('breaks nothing where nothing is new in it', async () => {
    const [base, head] = [contract(called, 'a, b'), contract(`{ oneOf: [${called}] }`, 'a, b, c')]
    expect(await breaksOf(base, head)).toEqual([broken])
  })

  test('is told of with its payload where nothing else breaks it', async () => {
    const [base, head] = [contract(called, 'a, b'), contract(`{ oneOf: [${called}, ${custom}] }`, 'a, b')]
    expect(await breaksOf(base, head)).toEqual([
      expect.stringMatching(/^breaking response-payload-changed .*the response 200 is not compatible as a whole/),
    ])
  })
})

test('what is told of one payload hides nothing in another', async () => {
  const both = (call: string, states: string): string => {
    const payload = (members: string) =>
      `{ type: object, properties: { call: { $ref: '#/components/schemas/Call' }, ${members} } }`
    const other = `{ description: Done., content: { application/json: { schema: ${payload("other: { $ref: '#/components/schemas/Other' }")} } } }`
    return exampleContract({
      response: payload(`state: { enum: [${states}] }`),
      schemas: `Other: ${call}\nCall: ${call}`,
    }).replace('paths:', `paths:\n  /others: { get: { operationId: getOthers, responses: { '200': ${other} } } }`)
  }
  expect(await breaksOf(both(called, 'a, b'), both(`{ oneOf: [${called}, ${custom}] }`, 'a, b, c'))).toEqual([
    expect.stringMatching(/^breaking response-enum-grew .*`state` gained `c`$/),
    expect.stringMatching(/^breaking response-payload-changed .*`Call` is not compatible as a whole/),
    expect.stringMatching(/^breaking response-payload-changed .*`Other` is not compatible as a whole/),
  ])
})

describe('what breaks below a schema', () => {
  const around = (outer: string, state: string): string =>
    exampleContract({
      response: outer,
      schemas: `State: { type: object, properties: { is: { enum: [${state}] }, next: { $ref: '#/components/schemas/State' } } }`,
    })
  const state = "{ $ref: '#/components/schemas/State' }"

  test.each([
    [
      'a member beside it',
      `{ properties: { it: ${state} } }`,
      `{ properties: { it: ${state}, more: { type: string } } }`,
    ],
    [
      'a member in a conjunction with it',
      `{ allOf: [${state}] }`,
      `{ allOf: [${state}, { properties: { more: {} } }] }`,
    ],
    ['another alternative', `{ anyOf: [${state}, { type: string }] }`, `{ anyOf: [${state}] }`],
  ])('is told of there alone, with %s', async (_, before, after) => {
    const lines = await breaksOf(around(before, 'a, b'), around(after, 'a, b, c'))
    expect(lines).toEqual([expect.stringMatching(/^breaking response-enum-grew .*`is` gained `c`$/)])
  })
})
