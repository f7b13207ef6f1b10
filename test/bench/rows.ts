/**
 * What does it cost to guard, mask and write a list of 100 rows of 20 fields, beside `JSON.stringify`, which writes all it is
 * given? CPU time; the sides take turns, medians and ratios to the same round's `JSON.stringify` are printed. The
 * yardstick: at most 1.1 of it.
 *
 *   npm run bench:rows -- [rounds] [lists a round]
 */
import { loadavg } from 'node:os'
import { createIssues } from '../../src/runtime/src/codec/index.js'
import { createView } from '../../src/runtime/src/masking/index.js'
import { codecOf } from '../generate/codec/support/compile-codecs.js'
import { median } from '../tools/measure.js'
import { contract, order } from './runtime/contract.js'

const rounds = Number(process.argv[2] ?? 15)
const repeats = Number(process.argv[3] ?? 300)

const { output } = await codecOf({ type: 'array', items: contract.components.schemas.Order })
/** Texts of their own for each row: what is written once more is not what was made before. */
const rows = Array.from({ length: 100 }, (_, index) => ({
  ...order,
  id: `o-${index}`,
  quantity: index + 1,
  price: 12.5 + index / 4,
  email: `ann.${index}@example.com`,
  note: index % 10 === 0 ? 'Ring "twice",\nplease.' : 'Leave it at the door, please.',
}))
const viewFor = (max: 'internal' | 'restricted') =>
  createView({ tenant: 'acme', clearance: { max, reveal: [] }, sink: 'response' })
if (output.write(rows, viewFor('restricted')) !== JSON.stringify(rows)) throw new TypeError('written differently')
const masked = JSON.parse(output.write(rows, viewFor('internal'))) as readonly Record<string, unknown>[]
if (masked.some(({ email, card, street }) => [email, card, street].some((text) => text !== '****')))
  throw new TypeError('not masked')

const sides: Readonly<Record<string, () => unknown>> = {
  'JSON.stringify': () => JSON.stringify(rows),
  'guard and write, all shown': () => output.write(rows, viewFor('restricted')),
  'guard, mask and write': () => output.write(rows, viewFor('internal')),
  'check, guard, mask and write': () =>
    output.check(rows, undefined, createIssues()) && output.write(rows, viewFor('internal')),
}
const times = new Map<string, number[]>(Object.keys(sides).map((name) => [name, []]))
for (let round = -2; round < rounds; round++) {
  for (const [name, run] of Object.entries(sides)) {
    const before = process.cpuUsage()
    for (let count = 0; count < repeats; count++) sink(run())
    const { user, system } = process.cpuUsage(before)
    // The first rounds warm up.
    if (round >= 0) times.get(name)?.push((user + system) / repeats)
  }
}

/** A text that nobody reads is never joined: it is joined here, as the socket would. */
function sink(text: unknown): void {
  if (typeof text === 'string') Buffer.byteLength(text)
}

const base = times.get('JSON.stringify') ?? []
console.log(
  `node ${process.version}, ${rounds} rounds of ${repeats} lists of ${JSON.stringify(rows).length} bytes, load ${loadavg()[0]?.toFixed(1)}\n`,
)
console.log('| | µs | of JSON.stringify |\n|---|---:|---:|')
for (const [name, own] of times) {
  const ratio = median(own.map((used, round) => used / (base[round] ?? Number.NaN)))
  console.log(`| ${name} | ${median(own).toFixed(0)} (${Math.min(...own).toFixed(0)}) | ${ratio.toFixed(2)} |`)
}
