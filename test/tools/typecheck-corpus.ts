/**
 * Does what is generated from real contracts compile, without an error, under the strictest flags, on every TypeScript
 * that is promised?
 *
 *   npx tsx test/tools/typecheck-corpus.ts CORPUS [--target types,client,server] [--typescript 5.9,6,7] [--only TEXT] [--report FILE]
 *
 * CORPUS holds `MANIFEST.tsv` or `contracts.tsv`, whose first column names files and whose column `spec_version` or
 * `standard` says which are contracts.
 * Everything is written to a temporary folder, which is removed; `--keep` keeps it and says where it is.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { generate } from '../../src/api/generate.js'
import type { Target } from '../../src/generate/plan/index.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    target: { type: 'string', default: 'types,client,server' },
    typescript: { type: 'string', default: '7' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
})
const [corpus] = positionals
if (corpus === undefined) {
  console.error(
    'usage: npx tsx test/tools/typecheck-corpus.ts CORPUS [--target ..] [--typescript 5.9,6,7] [--only TEXT]',
  )
  process.exit(2)
}

const repository = resolve(import.meta.dirname, '../..')
const compilers: Readonly<Record<string, string>> = {
  '5.9': 'node_modules/typescript-5.9/bin/tsc',
  '6': 'node_modules/typescript/bin/tsc',
  '7': 'node_modules/typescript-7/bin/tsc',
}

/** AsyncAPI gives types alone. */
const specifications = values.target === 'types' ? /^(?:OpenAPI|AsyncAPI)/ : /^OpenAPI/

interface Row {
  readonly path: string
  readonly folder: string
  readonly operations: number
  readonly files: number
  readonly seconds: number
  readonly refused: string | undefined
}

const work = mkdtempSync(join(tmpdir(), 'tenantkit-corpus-'))
try {
  const rows: Row[] = []
  for (const path of contracts(corpus)) rows.push(await generateInto(work, path, rows.length))
  const generated = rows.filter(({ refused }) => refused === undefined)
  const lines = generated.reduce((sum, { files }) => sum + files, 0)
  for (const { path, refused } of rows) if (refused !== undefined) console.log(`refused  ${path}: ${refused}`)
  const slowest = [...generated].sort((one, other) => other.seconds - one.seconds).slice(0, 5)
  for (const { path, operations, files, seconds } of slowest) {
    console.log(`${seconds.toFixed(2)} CPU s  ${path}: ${operations} operations, ${files} files`)
  }
  console.log(`${generated.length} of ${rows.length} contracts generated, ${lines} files`)
  const versions = values.typescript.split(',')
  const errors = new Map(versions.map((version) => [version, typecheck(version, generated)]))
  process.exitCode = [...errors.values()].every((count) => count === 0) ? 0 : 1
  if (values.report !== undefined) writeFileSync(values.report, report(rows, lines, errors))
} finally {
  if (values.keep) console.log(`kept: ${work}`)
  else rmSync(work, { recursive: true, force: true })
}

function contracts(folder: string): readonly string[] {
  const list = ['MANIFEST.tsv', 'contracts.tsv'].map((name) => join(folder, name)).find((path) => existsSync(path))
  if (list === undefined) throw new TypeError(`${folder} holds no list of contracts`)
  const [header = '', ...lines] = readFileSync(list, 'utf8').trim().split('\n')
  const version = header.split('\t').findIndex((name) => name === 'spec_version' || name === 'standard')
  return lines
    .map((line) => line.split('\t'))
    .filter((cells) => specifications.test(cells[version] ?? ''))
    .map(([path = '']) => path)
    .filter((path) => values.only === undefined || path.includes(values.only))
    .map((path) => join(folder, path))
}

async function generateInto(root: string, path: string, number: number): Promise<Row> {
  const folder = `c${number}`
  const start = process.cpuUsage()
  const result = await generate({
    contracts: [
      {
        reference: readable(root, path, folder),
        out: join(root, folder),
        targets: values.target.split(',') as Target[],
        overlays: [],
        defaultScope: 'tenant',
      },
    ],
    validation: 'never',
  })
  const { user, system } = process.cpuUsage(start)
  const error = result.diagnostics.find(({ severity }) => severity === 'error')
  const refused = error && `${error.code} ${error.message} (${error.span?.file}:${error.span?.line})`
  const operations = result.contracts[0]?.operations ?? 0
  return { path, folder, operations, files: result.files.length, seconds: (user + system) / 1e6, refused }
}

/** The page that says what came of it. */
function report(rows: readonly Row[], files: number, errors: ReadonlyMap<string, number>): string {
  const generated = rows.filter(({ refused }) => refused === undefined)
  const operations = generated.reduce((sum, row) => sum + row.operations, 0)
  const largest = [...generated].sort((one, other) => other.operations - one.operations).slice(0, 12)
  const name = (path: string): string => relative(resolve(corpus ?? ''), resolve(path))
  return `# Generated code and the compiler

Written by \`npx tsx test/tools/typecheck-corpus.ts CORPUS --target ${values.target} --typescript ${values.typescript} --report FILE\`: everything that is generated from real contracts, compiled under
\`strict\`, \`exactOptionalPropertyTypes\`, \`noUncheckedIndexedAccess\`, \`noPropertyAccessFromIndexSignature\`, \`verbatimModuleSyntax\`, \`erasableSyntaxOnly\`, \`isolatedDeclarations\`, \`noUnusedLocals\`, \`noUnusedParameters\` and NodeNext.

${generated.length} of ${rows.length} contracts, ${operations} operations, ${files} files.

| TypeScript | errors |
|---|---|
${[...errors].map(([version, count]) => `| ${version} | ${count} |`).join('\n')}

## The largest

| contract | operations | files |
|---|---|---|
${largest.map((row) => `| ${name(row.path)} | ${row.operations} | ${row.files} |`).join('\n')}

## Refused

${rows.flatMap(({ path, refused }) => (refused === undefined ? [] : [`* ${name(path)}: ${refused.replaceAll(`${corpus ?? ''}/`, '').replaceAll(`${work}/`, '')}`])).join('\n')}
`
}

/** A packed contract is unpacked beside the output. */
function readable(root: string, path: string, folder: string): string {
  if (!path.endsWith('.gz')) return path
  const target = join(root, 'unpacked', folder, (path.split('/').pop() ?? '').replace(/\.gz$/, ''))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, gunzipSync(readFileSync(path)))
  return target
}

/** How many errors there are; a compiler that fails otherwise counts as one. */
function typecheck(version: string, rows: readonly Row[]): number {
  const compiler = compilers[version]
  if (compiler === undefined) throw new TypeError(`no TypeScript ${version}: ${Object.keys(compilers).join(', ')}`)
  declareRuntime()
  const config = join(work, 'tsconfig.json')
  cpSync(join(repository, 'test/tools/strict.tsconfig.json'), config)
  const text = readFileSync(config, 'utf8').replaceAll('$RUNTIME', join(work, 'runtime'))
  writeFileSync(config, text)
  writeFileSync(join(work, 'package.json'), '{ "type": "module" }\n')
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', join(repository, compiler), '-p', work],
    {
      cwd: work,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  )
  const errors = stdout.split('\n').filter((line) => /error TS\d+/.test(line))
  const byFolder = new Map<string, string[]>()
  for (const line of errors) {
    const folder = line.split('/')[0] ?? ''
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), line])
  }
  for (const { path, folder } of rows) {
    const found = byFolder.get(folder)
    if (found)
      console.log(`TypeScript ${version}: ${found.length} errors in ${path}\n  ${found.slice(0, 4).join('\n  ')}`)
  }
  const elsewhere = errors.filter((line) => !rows.some(({ folder }) => line.startsWith(`${folder}/`)))
  if (elsewhere.length > 0)
    console.log(`TypeScript ${version}: ${elsewhere.length} errors elsewhere\n  ${elsewhere.slice(0, 4).join('\n  ')}`)
  console.log(
    `TypeScript ${version}: ${errors.length} errors${status !== 0 && errors.length === 0 ? `, exit ${status}: ${stdout.slice(0, 500)}` : ''}`,
  )
  return errors.length > 0 ? errors.length : status === 0 ? 0 : 1
}

/** Generated code sees the runtime as users do, through its declarations. */
function declareRuntime(): void {
  const target = join(work, 'runtime')
  if (existsSync(target)) return
  const compiler = join(repository, compilers['7'] ?? '')
  const project = join(repository, 'src/runtime')
  const args = ['-p', project, '--outDir', target, '--composite', 'false', '--emitDeclarationOnly', '--noEmit', 'false']
  spawnSync(process.execPath, [compiler, ...args], { stdio: 'ignore' })
  const root = existsSync(join(target, 'src')) ? join(target, 'src') : target
  if (!existsSync(join(root, 'gen1/index.d.ts'))) throw new TypeError('the runtime has no declarations')
}
