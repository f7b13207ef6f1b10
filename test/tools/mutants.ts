/**
 * Makes single edits to every contract of a collection, compares, and holds the verdicts against what each edit is known
 * to do; writes the counts to `docs/diff-mutants.md`, and prints every disagreement.
 *
 *   npx tsx test/tools/mutants.ts FOLDER [--per-contract N] [--bytes N] [--seed N] [--only TEXT]
 *
 * Large contracts get fewer edits, so that no more than `--bytes` are read for each, but four at least. With `--only`,
 * those whose path contains the text, and nothing is written.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { isObject, type JsonObject } from '../../src/util/own.js'
import { contractOperators } from '../diff/support/mutants/contract-operators.js'
import { documentOperators } from '../diff/support/mutants/document-operators.js'
import { judgeMutant, loadDocument } from '../diff/support/mutants/judge-mutant.js'
import { makeMutants } from '../diff/support/mutants/make-mutants.js'
import { schemaOperators } from '../diff/support/mutants/schema-operators.js'
import { createRandom, sampled } from '../diff/support/transform/random.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'per-contract': { type: 'string', default: '40' },
    bytes: { type: 'string', default: '12000000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
})
const [folder] = positionals
if (folder === undefined) {
  console.error('usage: tsx test/tools/mutants.ts FOLDER [--per-contract N] [--bytes N] [--seed N] [--only TEXT]')
  process.exit(2)
}
const counts = new Map<string, { tried: number; wrong: number }>()
const totals = { contracts: 0, refused: 0, mutants: 0, skipped: 0, wrong: 0 }

for (const path of filesBelow(resolve(folder))) {
  if (!path.includes(values.only)) continue
  const text = textOf(path)
  const document = contractIn(text)
  if (!document) continue
  const options = { cwd: dirname(path), root: dirname(path) }
  if (!(await loadDocument(document, options))) {
    totals.refused++
    continue
  }
  totals.contracts++
  const number = Math.max(4, Math.min(Number(values['per-contract']), Math.round(Number(values.bytes) / text.length)))
  const random = createRandom(Number(values.seed) + totals.contracts)
  for (const mutant of sampled(makeMutants(document, 3, random), number, random)) {
    const { fault, lines } = await judgeMutant(mutant, options)
    if (fault === 'skipped') {
      totals.skipped++
      continue
    }
    const key = `${mutant.operator}\t${mutant.polarity}\t${mutant.expected}`
    const count = counts.get(key) ?? { tried: 0, wrong: 0 }
    counts.set(key, { tried: count.tried + 1, wrong: count.wrong + (fault === undefined ? 0 : 1) })
    totals.mutants++
    if (fault === undefined) continue
    totals.wrong++
    console.log(
      `${fault}: ${mutant.operator}, ${mutant.where} of ${relative(resolve(folder), path)}: expected ${mutant.expected}`,
    )
    for (const line of lines.slice(0, 5)) console.log(`    ${line}`)
  }
}
if (values.only === '') writeFileSync(join(import.meta.dirname, '../../docs/diff-mutants.md'), page())
console.log(totals)

function filesBelow(at: string): readonly string[] {
  return readdirSync(at, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)(\.gz)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function textOf(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Undefined: something else, such as a part of a contract. */
function contractIn(text: string): JsonObject | undefined {
  if (!/^\s*["']?(openapi|swagger|asyncapi)["']?\s*:/m.test(text)) return undefined
  try {
    const document: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text)
    const isContract = isObject(document) && ['openapi', 'swagger', 'asyncapi'].some((key) => key in document)
    return isContract ? document : undefined
  } catch {
    return undefined
  }
}

function page(): string {
  const reasons = new Map<string, string>()
  for (const { name, inverse, because } of schemaOperators) {
    reasons.set(name, because)
    if (inverse !== undefined) reasons.set(inverse, because)
  }
  for (const { name, inverse, because } of [...contractOperators, ...documentOperators]) {
    reasons.set(name, because)
    if (inverse) reasons.set(inverse[0], because)
  }
  const rows = [...counts]
    .sort(([before], [after]) => (before < after ? -1 : 1))
    .map(([key, { tried, wrong }]) => {
      const [operator = '', polarity, expected] = key.split('\t')
      return `| ${operator} | ${polarity} | ${expected} | ${tried} | ${wrong} | ${reasons.get(operator)} |`
    })
  return `# Single edits of real contracts

Every contract of a collection of public ones (OpenAPI 2 and 3, AsyncAPI) with single edits whose effect is known; made
and written by \`test/tools/mutants.ts\`. Of a contract in several files the edits are made in its own. What is expected
comes from the edit and from the polarity of the place: \`input\` is what the API reads, \`output\` what it sends. Wrong is a
miss, a false alarm, a finding in another place, or a break of a schema without a payload that shows it.

${totals.mutants} mutants of ${totals.contracts} contracts, ${totals.wrong} wrong. ${totals.skipped} more have errors as contracts, and were passed over,
as were ${totals.refused} contracts that have errors as they are.

| edit | polarity | expected | tried | wrong | because |
|---|---|---|---:|---:|---|
${rows.join('\n')}
`
}
