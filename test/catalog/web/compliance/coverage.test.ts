import { describe, expect, it } from 'vitest'
import { coverageBy, monthsOf, totalOf } from '../../../../src/catalog/web/compliance/coverage.js'

const facts = (operations: number, scoped: number, fields: number, classified: number) => ({
  operations,
  scoped,
  fields,
  classified,
})
const contract = (name: string, owner: string | undefined, of: ReturnType<typeof facts>) => ({
  namespace: 'a',
  name,
  ...(owner !== undefined && { owner }),
  facts: of,
})

describe('coverage', () => {
  it('adds up, and puts those first that have most to do', () => {
    const contracts = [
      contract('x', 'one', facts(2, 2, 10, 9)),
      contract('y', 'two', facts(1, 0, 5, 0)),
      contract('z', undefined, facts(1, 1, 1, 0)),
      contract('w', 'one', facts(1, 1, 1, 1)),
    ]
    expect(totalOf(contracts)).toEqual(facts(5, 4, 17, 10))
    expect(coverageBy(contracts, ({ owner }) => owner)).toEqual([
      { team: 'two', contracts: 1, facts: facts(1, 0, 5, 0) },
      { team: undefined, contracts: 1, facts: facts(1, 1, 1, 0) },
      { team: 'one', contracts: 2, facts: facts(3, 3, 11, 10) },
    ])
  })
})

describe('months', () => {
  it('come newest first, with the last version of each contract', () => {
    const counts = [
      { month: '2026-09', action: 'version-published', count: 2 },
      { month: '2026-10', action: 'version-published', count: 3 },
      { month: '2026-10', action: 'version-approved', count: 1 },
      { month: '2026-10', action: 'version-refused', count: 4 },
      { month: '2026-10', action: 'version-rejected', count: 1 },
      { month: '2026-10', action: 'version-waits', count: 2 },
    ]
    const recent = [
      { namespace: 'a', name: 'x', publishedAt: '2026-10-09T00:00:00.000Z', facts: facts(1, 1, 2, 2) },
      { namespace: 'a', name: 'x', publishedAt: '2026-10-08T00:00:00.000Z', facts: facts(1, 0, 2, 0) },
      { namespace: 'a', name: 'y', publishedAt: '2026-10-07T00:00:00.000Z', facts: facts(1, 0, 2, 1) },
    ]
    expect(monthsOf(counts, recent)).toEqual([
      { month: '2026-10', published: 4, waited: 2, refused: 5, facts: facts(2, 1, 4, 3) },
      { month: '2026-09', published: 2, waited: 0, refused: 0 },
    ])
  })
})
