/** Several breaks in one payload: each is shown with what it has against the payload itself. */
import { expect, it } from 'vitest'
import { exampleContract } from '../../src/diff/rules/example-contract.js'
import { diffTexts } from './support/diff-texts.js'

it('gives the reason of the edit, not of another one', async () => {
  const member = (lines: string): string =>
    `{ type: object, required: [lines${lines}] , properties: { currency: { type: string }, lines: { type: array`
  const before = exampleContract({ request: `${member('')} } } }` })
  const after = exampleContract({ request: `${member(', currency')}, minItems: 1 } } }` })
  const { findings } = await diffTexts(before, after)
  expect(findings.map(({ rule, witness }) => [rule, witness && 'reason' in witness && witness.reason])).toEqual([
    ['request-property-became-required', "must have required property 'currency'"],
    ['request-item-count-narrowed', 'must not have fewer than 1 item'],
  ])
})
