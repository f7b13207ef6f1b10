/**
 * Holds contracts that nobody wrote against themselves, written in other ways: nothing is to be said about any. The same
 * as `test/diff/properties.test.ts`, with as many seeds as there is time for.
 *
 *   npx tsx test/tools/diff-laws.ts [--from N] [--to N] [--seconds N]
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { diffContracts } from '../../src/diff/index.js'
import type { JsonObject } from '../../src/util/own.js'
import { loadDocument } from '../diff/support/mutants/judge-mutant.js'
import { randomContract } from '../diff/support/random-contract.js'
import { transforms } from '../diff/support/transform/transforms.js'

const { values: given } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    to: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '600' },
  },
})
const [from, to] = [Number(given.from), Number(given.to)]
const end = Date.now() + Number(given.seconds) * 1_000
const counts = { comparisons: 0, told: 0 }
let seed = from
for (; seed <= to && Date.now() < end; seed++) {
  for (const document of fc.sample(randomContract, { seed, numRuns: 25 })) {
    for (const [name, transform] of Object.entries(transforms)) {
      const told = await said(document, transform(document))
      counts.comparisons++
      if (told.length === 0) continue
      counts.told++
      console.log(`seed ${seed}, ${name}: ${told.join('; ')}\n  ${JSON.stringify(document)}`)
    }
  }
}
console.log(`seeds ${from} to ${seed - 1}`, counts)
process.exitCode = counts.told > 0 ? 1 : 0

/** What is told in both directions. */
async function said(before: JsonObject, after: JsonObject): Promise<readonly string[]> {
  const [one, other] = [await loadDocument(before, {}), await loadDocument(after, {})]
  if (!one || !other) return ['one of the two has errors']
  return [
    [one, other],
    [other, one],
  ].flatMap(([base, head]) => {
    const { findings } = diffContracts(base!, head!, {
      today: '2026-01-01',
      sources: { base: 'before', head: 'after' },
    })
    return findings.map(({ level, rule, pointer }) => `${level} ${rule} [${pointer}]`)
  })
}
