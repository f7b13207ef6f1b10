/**
 * Compares every contract of a collection with its other version, and writes what came of it to `docs/diff-pairs.md`.
 *
 *   npx tsx test/tools/diff-pairs.ts FOLDER [PAIR] [--findings]
 *
 * With the name of a pair, only that one; with `--findings`, its findings are printed and nothing is written.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DiffReport, diffContracts, type LoadedContract } from '../../src/diff/index.js'
import { schemaRules } from '../../src/diff/rules/schema/index.js'
import { type CorpusFile, loadFile, readManifest } from './corpus-files.js'

interface Compared {
  readonly name: string
  readonly report?: DiffReport
  readonly refused?: string
  readonly seconds: number
}

const [folder, only] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
if (folder === undefined) {
  console.error('usage: tsx test/tools/diff-pairs.ts FOLDER [PAIR] [--findings]')
  process.exit(2)
}
const aboutSchemas: ReadonlySet<string> = new Set(schemaRules.map(({ code }) => code))
const unpacked = mkdtempSync(join(tmpdir(), 'tenantkit-pairs-'))
try {
  const compared: Compared[] = []
  for (const { name, before, after } of pairsOf(readManifest(folder))) {
    if (only !== undefined && !name.includes(only)) continue
    compared.push(await compare(folder, name, before, after))
    console.log(line(compared.at(-1)!))
    if (process.argv.includes('--findings')) print(compared.at(-1)!)
  }
  if (only === undefined)
    writeFileSync(join(import.meta.dirname, '../../docs/diff-pairs.md'), page(compared, alone(readManifest(folder))))
} finally {
  rmSync(unpacked, { recursive: true, force: true })
}

interface Pair {
  readonly name: string
  readonly before: CorpusFile
  readonly after: CorpusFile
}

/** Versions of one contract, oldest first; of a whole project, each file with the one of the same path. */
function pairsOf(files: readonly CorpusFile[]): readonly Pair[] {
  return [...versionsOf(files)].flatMap(([key, versions]) => {
    const sorted = versions.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
    const [pair = '', path = ''] = key.split(' ')
    const name = versions.some(({ file }) => isOfProject(file)) ? path : pair
    return sorted.slice(1).map((after, index) => ({ name, before: sorted[index]!, after }))
  })
}

/** Contracts that are said to have another version, and are there in one only: they came or went. */
function alone(files: readonly CorpusFile[]): readonly string[] {
  return [...versionsOf(files).values()].filter(({ length }) => length === 1).map(([only]) => only!.file)
}

function versionsOf(files: readonly CorpusFile[]): ReadonlyMap<string, readonly CorpusFile[]> {
  const groups = new Map<string, CorpusFile[]>()
  for (const file of files) {
    if (file.pair === '-' || file.pair === '') continue
    const key = `${file.pair} ${pathOf(file.file)}`
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  return groups
}

/** The path without the version; the examples of AsyncAPI 3 have it in the names of the files, too. */
function pathOf(file: string): string {
  return file
    .replace(/@[^/]*\//, '/')
    .replace(/@.*$/, '')
    .replace(/(asyncapi-spec)-v[^/]*/, '$1')
    .replace(/-asyncapi(\.ya?ml)$/, '$1')
}

function isOfProject(file: string): boolean {
  return /@[^/]*\/|asyncapi-spec-v/.test(file)
}

function orderOf({ version, specVersion }: CorpusFile): string {
  return `${specVersion.startsWith('AsyncAPI') ? specVersion : ''} ${version.trim().split(' ').at(-1)}`
}

async function compare(from: string, name: string, before: CorpusFile, after: CorpusFile): Promise<Compared> {
  const sides = [await loadFile(from, before, unpacked), await loadFile(from, after, unpacked)]
  const [base, head] = sides
  const refused = sides.findIndex(({ contract }) => !contract)
  if (refused >= 0) {
    const { code, message } = sides[refused]!.diagnostics.find(({ severity }) => severity === 'error')!
    return { name, refused: `${refused === 0 ? 'before' : 'after'}: ${code} ${message}`, seconds: 0 }
  }
  const started = process.cpuUsage()
  const report = diffContracts(base as LoadedContract, head as LoadedContract, {
    today: '2026-01-01',
    sources: { base: before.file, head: after.file },
  })
  const { user, system } = process.cpuUsage(started)
  return { name, report, seconds: (user + system) / 1e6 }
}

function line({ name, report, refused, seconds }: Compared): string {
  if (!report) return `${name}: refused, ${refused}`
  const { breaking, warning, info, refactorings, unknown } = report.summary
  return `${name}: ${report.verdict}, ${breaking} breaking, ${warning} warnings, ${info} info, ${refactorings} refactorings, ${unknown} unknown, ${seconds.toFixed(2)} s`
}

function print({ report }: Compared): void {
  for (const { level, rule, operation, message, witness, alsoReaches = [], pointer } of report?.findings ?? []) {
    const where = operation
      ? 'method' in operation
        ? `${operation.method} ${operation.path}`
        : `${operation.action} ${operation.channel}`
      : ''
    const shown = witness === undefined ? '' : ` ${JSON.stringify(witness).slice(0, 200)}`
    console.log(
      `  ${level} ${rule} ${where}${alsoReaches.length > 0 ? ` +${alsoReaches.length}` : ''} [${pointer}]: ${message}${shown}`,
    )
  }
}

/** Places of schemas that differ, and those of them about which containment could not decide. */
function schemasOf({ findings, summary }: DiffReport): { readonly changed: number; readonly unknown: number } {
  const about = findings.filter(({ code }) => aboutSchemas.has(code))
  const places = (some: DiffReport['findings']) =>
    new Set(some.map(({ direction, pointer }) => `${direction} ${pointer}`)).size
  const undecided = about.filter(({ witness }) => witness !== undefined && 'unknown' in witness)
  return { changed: places(about) + summary.refactorings, unknown: Math.max(places(undecided), summary.unknown) }
}

function page(all: readonly Compared[], single: readonly string[]): string {
  const rows = all.map(({ name, report, refused, seconds }) => {
    if (!report) return `| ${name} | refused: ${refused} | | | | | | | |`
    const { breaking, warning, info, refactorings } = report.summary
    const { changed, unknown } = schemasOf(report)
    return `| ${name} | ${report.verdict} | ${breaking} | ${warning} | ${info} | ${refactorings} | ${changed} | ${unknown} | ${seconds.toFixed(2)} |`
  })
  const compared = all.flatMap(({ report }) => report ?? [])
  const total = { changed: 0, unknown: 0 }
  for (const report of compared) {
    const { changed, unknown } = schemasOf(report)
    total.changed += changed
    total.unknown += unknown
  }
  const share = ((100 * total.unknown) / Math.max(1, total.changed)).toFixed(2)
  return `# Real contracts in two versions

Every contract of a collection of public ones that is there in two versions, compared by \`test/tools/diff-pairs.ts\`, which
writes this page. Refactorings are schemas that are written differently and were proved to mean the same; changed are
places of schemas that differ, refactorings among them; unknown are those of them about which containment could not
decide. The time is CPU time of comparing, without reading.

| contract | verdict | breaking | warnings | info | refactorings | changed | unknown | CPU s |
|---|---|---:|---:|---:|---:|---:|---:|---:|
${rows.join('\n')}

${compared.length} pairs compared, ${all.length - compared.length} refused. Unknown: ${total.unknown} of ${total.changed} changed schemas, ${share} %.

Contracts of these projects that are there in one version only, as they came or went, and have no row:

${single.map((file) => `- ${file}`).join('\n')}
`
}
