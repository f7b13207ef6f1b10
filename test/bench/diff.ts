/**
 * How much CPU time and memory does it take to compare two versions of GitHub's contract (11 and 13 MB), to compare the
 * later one with itself, and does it grow in proportion to the contract? The yardstick: 2 s and 400 MB for the two, 0.8 s
 * for the one with itself.
 *
 *   npm run bench:diff -- path/to/base.json path/to/head.json [runs]
 *
 * The sides take turns, so that whatever else the machine does hits all of them; medians are printed.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Measured, measure, median } from '../tools/measure.js'
import { growContract } from './grown-contract.js'

const cli = resolve(import.meta.dirname, '../../bin/run.js')
const [base, head] = process.argv.slice(2, 4).map((path) => resolve(path))
const runs = Number(process.argv[4] ?? 5)

if (base === undefined || head === undefined || !existsSync(base) || !existsSync(head)) {
  console.error('usage: npm run bench:diff -- BASE HEAD [RUNS]')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'tenantkit-bench-'))
const copy = join(folder, 'copy.json')
copyFileSync(head, copy)
const diff = (before: string, after: string): readonly string[] => {
  return [cli, 'diff', before, after, '--format', 'json', '--output', join(folder, 'report.json')]
}
const growth = [1, 2, 4, 8].map((times) => {
  const { before, after } = growContract(readFileSync(head, 'utf8'), times)
  const files = [join(folder, `before-${times}.json`), join(folder, `after-${times}.json`)] as const
  writeFileSync(files[0], before)
  writeFileSync(files[1], after)
  const megabytes = ((before.length + after.length) / 1e6).toFixed(1)
  return { name: `grown ${times}x (${megabytes} MB)`, args: diff(...files) }
})
/** What nobody can do without: the scale on which figures of different machines can be compared. */
const naive = `
  const { readFileSync } = require('node:fs')
  const walk = (value) => { if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk) }
  for (const file of process.argv.slice(1)) walk(JSON.parse(readFileSync(file, 'utf8')))`
const sides: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'JSON.parse of both, and a walk', args: ['-e', naive, base, head] },
  { name: 'base and head', args: diff(base, head) },
  { name: 'head and a copy of it', args: diff(head, copy) },
  ...growth,
]

const results = new Map<string, Measured[]>(sides.map(({ name }) => [name, []]))
for (let run = 0; run < runs; run++) {
  for (const { name, args } of sides) {
    const measured = measure(args, folder)
    // 1: something breaks.
    if (measured.status !== 0 && measured.status !== 1)
      throw new TypeError(`${name} failed: ${measured.stderr.slice(0, 2_000)}`)
    results.get(name)!.push(measured)
  }
}
rmSync(folder, { recursive: true, force: true })

const bare = median(results.get('node -e 0')!.map(({ cpu }) => cpu))
console.log(`node ${process.version}, ${runs} runs, load ${loadavg()[0]!.toFixed(1)}\n`)
console.log('| | CPU s | x node -e 0 | RSS MB |\n|---|---|---|---|')
for (const [name, measured] of results) {
  const cpu = median(measured.map((one) => one.cpu))
  const memory = median(measured.map((one) => one.memory))
  console.log(`| ${name} | ${cpu.toFixed(3)} | ${(cpu / bare).toFixed(2)} | ${memory.toFixed(0)} |`)
}
