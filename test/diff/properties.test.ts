/**
 * Laws of the comparison, on contracts that nobody wrote. A contract that is only written in another way is silent; here
 * the transformations meet schemas that no real contract of `identity.test.ts` has. fast-check prints the seed of what fails.
 */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { stringify } from 'yaml'
import { randomContract } from './support/random-contract.js'
import { said, saidOfFiles } from './support/said.js'
import { spreadOverFiles } from './support/transform/spread-over-files.js'
import { transforms } from './support/transform/transforms.js'

// To make a counterexample small takes longer than to find it.
vi.setConfig({ testTimeout: 120_000 })

const numRuns = 25
/** The same contracts each time, so that a gate does not depend on luck; `TENANTKIT_SEED` names others. */
const seed = Number(process.env['TENANTKIT_SEED'] ?? 1)

test.each(Object.entries(transforms))('a contract %s is the same', async (_, transform) => {
  let changed = 0
  await fc.assert(
    fc.asyncProperty(randomContract, async (document) => {
      const after = transform(document)
      if (JSON.stringify(after) !== JSON.stringify(document)) changed++
      expect(await said(document, after)).toEqual([])
    }),
    { numRuns, seed },
  )
  expect(changed).toBeGreaterThan(numRuns / 5)
})

test('a contract in YAML, and one in many files, is the same', async () => {
  await fc.assert(
    fc.asyncProperty(randomContract, async (document) => {
      const text = JSON.stringify(document)
      expect(await saidOfFiles(text, { 'after.yaml': stringify(document) }, 'after.yaml')).toEqual([])
      expect(await saidOfFiles(text, spreadOverFiles(document, 'after.json'))).toEqual([])
    }),
    { numRuns, seed },
  )
})
