/**
 * How much CPU time and memory does it take to generate the types, client and server of GitHub's contract (13 MB, 1,223
 * operations) from nothing, and when nothing has changed? And how long does `--version` take beside a bare `node -e 0`?
 *
 *   npm run bench:generate -- path/to/contract.json [runs]
 *
 * The sides take turns, so that whatever else the machine does hits all of them; medians are printed.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Measured, measure, median } from '../tools/measure.js'

const cli = resolve(import.meta.dirname, '../../bin/run.js')
const contract = process.argv[2] === undefined ? undefined : resolve(process.argv[2])
const runs = Number(process.argv[3] ?? 7)

if (contract === undefined || !existsSync(contract)) {
  console.error('usage: npm run bench:generate -- CONTRACT [RUNS]')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'tenantkit-bench-'))
const generate = (out: string): readonly string[] => {
  const flags = ['--target', 'types,client,server', '--default-scope', 'tenant']
  return [cli, 'generate', contract, '--out', join(folder, out), ...flags]
}
const sides: readonly { readonly name: string; readonly args: (run: number) => readonly string[] }[] = [
  { name: 'node -e 0', args: () => ['-e', '0'] },
  { name: 'tenantkit --version', args: () => [cli, '--version'] },
  // A folder for each run: where much has just been deleted, file systems take longer to create.
  { name: 'generate, cold', args: (run) => generate(`run-${run}`) },
  { name: 'generate, unchanged', args: (run) => generate(`run-${run}`) },
]

const results = new Map<string, Measured[]>(sides.map(({ name }) => [name, []]))
for (let run = 0; run < runs; run++) {
  for (const { name, args } of sides) {
    const measured = measure(args(run), tmpdir())
    if (measured.status !== 0) throw new TypeError(`${name} failed: ${measured.stderr}`)
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
