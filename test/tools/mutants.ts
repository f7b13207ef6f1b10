/**
 * Makes single edits to every contract of a collection, compares, and holds the verdicts against what each edit is known
 * to do; writes the counts to `docs/diff-mutants.md`, and prints every disagreement.
 *
 *   npx tsx test/tools/mutants.ts FOLDER [--per-contract N] [--seed N] [--largest BYTES]
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { isObject } from '../../src/util/own.js'
import { contractOperators, documentOperators } from '../diff/support/mutants/contract-operators.js'
import { judgeMutant } from '../diff/support/mutants/judge-mutant.js'
import { makeMutants } from '../diff/support/mutants/make-mutants.js'
import { schemaOperators } from '../diff/support/mutants/schema-operators.js'
import { createRandom, sampled } from '../diff/support/transform/random.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'per-contract': { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    largest: { type: 'string', default: '200000' },
  },
})
const [folder] = positionals
if (folder === undefined) {
  console.error('usage: tsx test/tools/mutants.ts FOLDER [--per-contract N] [--seed N] [--largest BYTES]')
  process.exit(2)
}
const random = createRandom(Number(values.seed))
const counts = new Map<string, { tried: number; wrong: number }>()
const totals = { contracts: 0, mutants: 0, skipped: 0, wrong: 0 }

for (const path of filesBelow(folder)) {
  if (statSync(path).size > Number(values.largest)) continue
  const text = readFileSync(path, 'utf8')
  const document = read(text)
  if (!isObject(document) || !('openapi' in document || 'asyncapi' in document)) continue
  if (/\$ref["']?:\s*["']?[^"'#\s]/.test(text)) continue
  const mutants = sampled(makeMutants(document, 3, random), Number(values['per-contract']), random)
  totals.contracts++
  for (const mutant of mutants) {
    const { fault, lines } = await judgeMutant(mutant)
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
      `${fault}: ${mutant.operator}, ${mutant.where} of ${relative(folder, path)}: expected ${mutant.expected}`,
    )
    for (const line of lines.slice(0, 5)) console.log(`    ${line}`)
  }
}
writeFileSync(join(import.meta.dirname, '../../docs/diff-mutants.md'), page())
console.log(totals)

function filesBelow(at: string): readonly string[] {
  return readdirSync(at, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function read(text: string): unknown {
  try {
    return parse(text)
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

Every contract of a collection of public ones (OpenAPI 3 and AsyncAPI, up to ${values.largest} bytes, in one file) with single edits
whose effect is known; made and written by \`test/tools/mutants.ts\`. What is expected comes from the edit and from the
polarity of the place: \`input\` is what the API reads, \`output\` what it sends. Wrong is a miss, a false alarm, a finding in
another place, or a break of a schema without a payload that shows it.

${totals.mutants} mutants of ${totals.contracts} contracts, ${totals.wrong} wrong; ${totals.skipped} more are no contracts without errors, and were passed over.

| edit | polarity | expected | tried | wrong | because |
|---|---|---|---:|---:|---|
${rows.join('\n')}
`
}
