import { describe, expect, it } from 'vitest'
import type { Annotated, Lifecycle } from '../../../src/contract/model/index.js'
import { ordersContract } from '../../../src/diff/rules/governance/example.js'
import { removalLevel } from '../../../src/diff/rules/removal.js'

import { findingLines } from '../support/diff-texts.js'

const context = { today: '2026-06-15', grace: 0 }

function said(value: Lifecycle): Annotated<Lifecycle> {
  return { value, at: { document: 'c.yaml', pointer: '' } }
}

describe('removalLevel', () => {
  it.each<[string, Parameters<typeof removalLevel>[0], string, string | undefined]>([
    ['what nobody spoke of', [{}], 'breaking', undefined],
    ['what was in use', [{ lifecycle: said({ state: 'active' }) }], 'breaking', undefined],
    [
      'what was deprecated without a day',
      [{ deprecated: true }],
      'warning',
      'It was deprecated, but no day was named: announce a `sunset` first.',
    ],
    [
      'what had days left',
      [{ deprecated: true, lifecycle: said({ state: 'active', sunset: '2026-06-16' }) }],
      'breaking',
      'It was announced to stay until 2026-06-16: keep it until then.',
    ],
    [
      'what goes on its day',
      [{ lifecycle: said({ state: 'deprecated', sunset: '2026-06-15' }) }],
      'info',
      'Its sunset was on 2026-06-15.',
    ],
    ['a draft', [{ governance: { lifecycle: said({ state: 'draft' }) } }], 'info', 'It was a draft.'],
    ['an experiment', [{ lifecycle: said({ state: 'experimental' }) }], 'info', 'It was an experiment.'],
    ['what was retired', [{ lifecycle: said({ state: 'retired' }) }], 'info', 'It was retired already.'],
    [
      'a part of an experiment',
      [{}, undefined, { governance: { lifecycle: said({ state: 'experimental' }) } }],
      'info',
      'It was an experiment.',
    ],
    [
      'a part that is in use in an experiment',
      [{ lifecycle: said({ state: 'active' }) }, { lifecycle: said({ state: 'experimental' }) }],
      'breaking',
      undefined,
    ],
  ])('of %s', (_, removed, level, help) => {
    expect(removalLevel(removed, context)).toEqual({ level, ...(help !== undefined && { help }) })
  })

  it('takes a deprecation without a day for no notice where one is asked for', () => {
    expect(removalLevel([{ deprecated: true }], { ...context, grace: 30 }).level).toBe('breaking')
  })
})

describe('the removal of a member', () => {
  const card = (word: string) =>
    ordersContract({ order: 'required: [card]', properties: `card: { type: string${word} }` })
  const without = ordersContract({})

  it.each([
    ['', 'breaking'],
    [', deprecated: true', 'warning'],
    [', deprecated: true, x-sunset: 2026-06-16', 'breaking'],
    [', deprecated: true, x-sunset: 2026-06-15', 'info'],
    [', x-lifecycle: experimental', 'info'],
  ])('that says %j is %s', async (word, level) => {
    expect(await findingLines(card(word), without, { today: '2026-06-15' })).toEqual([
      `${level} response-property-removed GET /orders/{tenant}: \`card\` is no longer sent`,
    ])
  })
})
