/**
 * Loads every contract of a collection and writes what came of it to `docs/corpus.md`.
 *
 *   npx tsx test/tools/corpus.ts FOLDER
 *
 * The folder has a MANIFEST.tsv whose columns begin with file, source, commit_or_version, licence and spec_version; rows
 * of the version `fragment` are parts of other contracts. A file that ends in `.gz` is unpacked first.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { loadContract } from '../../src/contract/index.js'
import type { Diagnostic } from '../../src/diagnostic/index.js'

interface Row {
  readonly file: string
  readonly specVersion: string
}

interface Outcome extends Row {
  readonly kind: 'clean' | 'warned' | 'refused'
  readonly errors: readonly Diagnostic[]
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: tsx test/tools/corpus.ts FOLDER')
  process.exit(2)
}
const unpacked = mkdtempSync(join(tmpdir(), 'tenantkit-corpus-'))
try {
  const outcomes: Outcome[] = []
  const before = process.cpuUsage()
  for (const row of readManifest(folder)) outcomes.push(await load(row, folder))
  const { user, system } = process.cpuUsage(before)
  writeFileSync(join(import.meta.dirname, '../../docs/corpus.md'), page(outcomes, (user + system) / 1e6))
  console.log(summaryOf(outcomes))
} finally {
  rmSync(unpacked, { recursive: true, force: true })
}

function readManifest(from: string): readonly Row[] {
  const [, ...lines] = readFileSync(join(from, 'MANIFEST.tsv'), 'utf8').trimEnd().split('\n')
  return lines
    .map((line) => line.split('\t'))
    .map(([file = '', , , , specVersion = '']) => ({ file, specVersion }))
    .filter(({ specVersion }) => specVersion !== 'fragment')
}

/** A contract may refer to other files of the project that it is from, so that project is the root. */
async function load(row: Row, from: string): Promise<Outcome> {
  const project = row.file.split('/').slice(0, 2).join('/')
  const base = row.file.endsWith('.gz') ? unpack(row.file, from) : from
  const file = row.file.replace(/\.gz$/, '')
  const loaded = await loadContract(file, { cwd: base, root: join(base, project), validation: 'never' })
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error')
  const warned = loaded.diagnostics.some(({ severity, code }) => severity === 'warning' && code !== 'TK1312')
  return { ...row, file, errors, kind: loaded.contract ? (warned ? 'warned' : 'clean') : 'refused' }
}

function unpack(file: string, from: string): string {
  const target = join(unpacked, file.replace(/\.gz$/, ''))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, gunzipSync(readFileSync(join(from, file))))
  return unpacked
}

function page(outcomes: readonly Outcome[], cpuSeconds: number): string {
  const versions = [...new Set(outcomes.map(({ specVersion }) => specVersion))].sort()
  const rows = versions.map((version) =>
    row(
      version,
      outcomes.filter((outcome) => outcome.specVersion === version),
    ),
  )
  return `# Real contracts

${outcomes.length} public contracts, loaded one after the other by \`test/tools/corpus.ts\`, which writes this page. Warnings are
those about the contract itself; that nearly none of them classifies its data is not counted. The named parsers do not
take part.

| version | contracts | loaded without warnings | loaded with warnings | refused |
|---|---:|---:|---:|---:|
${rows.join('\n')}
${row('all', outcomes)}

Loading all of them takes ${cpuSeconds.toFixed(0)} s of CPU time, reading and unpacking included.

## Refused

Every refusal has a code and a position. At most three errors of each contract are shown.

${outcomes
  .filter(({ kind }) => kind === 'refused')
  .map(refusal)
  .join('\n')}
`
}

function row(name: string, outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length
  return `| ${name} | ${outcomes.length} | ${count('clean')} | ${count('warned')} | ${count('refused')} |`
}

function refusal({ file, specVersion, errors }: Outcome): string {
  const shown = errors.slice(0, 3).map(({ code, message, span }) => {
    const place = span ? `${span.line}:${span.column}` : ''
    const where = span?.file.endsWith(file) ? place : `${span?.file ?? ''}:${place}`
    return `  - ${where} ${code} ${message.replaceAll('|', '\\|')}`
  })
  const more = errors.length > 3 ? [`  - and ${errors.length - 3} more`] : []
  return [`- \`${file}\` (${specVersion})`, ...shown, ...more].join('\n')
}

function summaryOf(outcomes: readonly Outcome[]): string {
  const refused = outcomes.filter(({ kind }) => kind === 'refused').length
  return `${outcomes.length - refused} loaded, ${refused} refused: docs/corpus.md`
}
