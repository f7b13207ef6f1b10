/** A change in a schema that refers to itself is found where it is, and shown by the smallest payload. */
import { describe, expect, it } from 'vitest'
import { exampleContract } from '../../src/diff/rules/example-contract.js'
import { diffTexts, findingLines } from './support/diff-texts.js'

const tree = (type: string): string =>
  exampleContract({
    request: "{ $ref: '#/components/schemas/Tree' }",
    schemas: `Tree: { type: object, properties: { below: { $ref: '#/components/schemas/Tree' }, size: { type: ${type} } } }`,
  })

describe('a schema that refers to itself', () => {
  it.each(['exchange', 'strict'] as const)('breaks at the member that changed: %s', async (view) => {
    expect(await findingLines(tree('number'), tree('integer'), { view })).toEqual([
      'breaking request-type-narrowed POST /orders: `size` went from number to integer',
    ])
    const { findings } = await diffTexts(tree('number'), tree('integer'), { view })
    expect(findings[0]?.witness).toEqual({ value: { size: 0.1 }, reason: 'must be integer' })
  })

  it('is compatible the other way round', async () => {
    expect(await findingLines(tree('integer'), tree('number'))).toEqual([
      'info request-type-widened POST /orders: `size` went from integer to number',
    ])
  })
})
