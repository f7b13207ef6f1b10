/**
 * Holds the containment engine against the definition, on many random pairs of schemas:
 *
 *   node --import tsx test/tools/containment-oracle.ts --pairs 100000 --seed 1 --view exchange
 *
 * Prints what was found by verdict, why the engine did not know, and every fault as small as it can be made.
 */
import { parseArgs } from 'node:util'
import { createContainment, type View } from '../../src/diff/containment/index.js'
import { examine, type Fault, type Pair } from '../diff/containment/oracle/examine.js'
import { minimise, pairsOf } from '../diff/containment/oracle/pairs.js'
import { hasCircle } from '../support/edit-schema.js'

const { values: given } = parseArgs({
  options: {
    pairs: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    view: { type: 'string', default: 'exchange,strict' },
    /** Faults that are made small and shown. */
    show: { type: 'string', default: '5' },
    /** Shows pairs of which the engine does not know, too, for this reason. */
    unknown: { type: 'string', default: '' },
    /** Names pairs that take more milliseconds than that. */
    slow: { type: 'string', default: '2000' },
  },
})

const batch = 500
let faults = 0
for (const view of given.view.split(',') as View[]) {
  const counts = new Map<string, number>()
  let shown = 0
  const started = process.cpuUsage().user
  for (let done = 0; done < Number(given.pairs); done += batch) {
    for (const pair of pairsOf(Number(given.seed) + done / batch, Math.min(batch, Number(given.pairs) - done))) {
      if ([pair.before, pair.after].some((one) => typeof one === 'object' && hasCircle(one))) continue
      const before = process.cpuUsage().user
      const { verdict, why, fault } = examine(createContainment({ view }), pair)
      const took = (process.cpuUsage().user - before) / 1_000
      if (took > Number(given.slow)) console.log(`${view}: ${Math.round(took)} ms for ${JSON.stringify(pair)}`)
      const key = `${verdict}${why === undefined ? '' : ` ${why}`}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (fault) faults++
      if (shown < Number(given.show) && (fault ?? (why !== undefined && why === given.unknown))) {
        shown++
        show(view, pair, fault, why)
      }
    }
  }
  console.log(
    view,
    Object.fromEntries([...counts].sort()),
    `${Math.round((process.cpuUsage().user - started) / 1e6)} s`,
  )
}
process.exitCode = faults > 0 ? 1 : 0

function show(view: View, pair: Pair, fault: Fault | undefined, why: string | undefined): void {
  // Making it small asks many questions; what was found is there if one of them never ends.
  console.log(`${view}: ${fault?.what ?? why} for ${JSON.stringify(pair)}`)
  const small = minimise(pair, (one) => {
    if ([one.before, one.after].some((document) => typeof document === 'object' && hasCircle(document))) return false
    const found = examine(createContainment({ view }), one)
    return fault ? found.fault?.what === fault.what : found.why === why
  })
  const again = examine(createContainment({ view }), small)
  console.log(
    `${view}: ${again.fault?.what ?? why}\n  before ${JSON.stringify(small.before)}\n  after  ${JSON.stringify(small.after)}`,
  )
  if (again.fault?.value !== undefined) console.log(`  value  ${JSON.stringify(again.fault.value)}`)
  if (again.fault?.about !== undefined) console.log(`  ${again.fault.about}`)
}
