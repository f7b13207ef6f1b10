/**
 * Real contracts with one edit each, whose effect is known: neither a miss nor a false alarm. What is expected comes from
 * tables that were thought through, with the reasons, in `support/mutants/`; many more are tried by `test/tools/mutants.ts`.
 */
import { describe, expect, it } from 'vitest'
import { judgeMutant } from './support/mutants/judge-mutant.js'
import { makeMutants } from './support/mutants/make-mutants.js'
import { realContracts } from './support/real-contracts.js'
import { createRandom, sampled } from './support/transform/random.js'

const perContract = 12
const contracts = realContracts(40_000)
  .filter(({ isSpread, name }) => !isSpread && !name.startsWith('contracts/third-party'))
  .map(({ name, document }) => ({ name, document }))

describe('mutants of', () => {
  it.each(contracts)('$name', async ({ name, document }) => {
    const random = createRandom(name.length)
    const mutants = sampled(makeMutants(document, 1, random), perContract, random)
    let judged = 0
    for (const mutant of mutants) {
      const { fault, lines } = await judgeMutant(mutant)
      if (fault === 'skipped') continue
      judged++
      const { operator, where, expected } = mutant
      expect(fault, `${operator}, ${where}: ${expected}, but\n${lines.join('\n')}`).toBeUndefined()
    }
    expect(judged).toBeGreaterThanOrEqual(mutants.length / 2)
  })
})
