import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadContract } from '../../src/contract/index.js'
import { diffContracts, diffRules, type Finding, type LoadedContract } from '../../src/diff/index.js'
import { nowLines, witnessLines } from '../../src/diff/render/witness-lines.js'
import { nowLead, witnessLead } from '../../src/diff/render/words.js'

type Rule = (typeof diffRules)[number]

/** `docs/rules/`: a page for each rule of `tenantkit diff` and a list of all, from what the rules say of themselves. */
export async function rulePages(): Promise<ReadonlyMap<string, string>> {
  const pages = diffRules.map(async (rule) => [`${rule.name}.md`, page(rule, await shownBy(rule))] as const)
  return new Map([['README.md', overview()], ...(await Promise.all(pages))])
}

/** What shows the first break of the example, if there is one. */
async function shownBy({ code, example: { before, after } }: Rule): Promise<readonly string[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'tenantkit-pages-'))
  const load = async (name: string, text: string) => {
    writeFileSync(join(cwd, name), text)
    return (await loadContract(name, { cwd, validation: 'never' })) as LoadedContract
  }
  const [base, head] = [await load('before.yaml', before), await load('after.yaml', after)]
  rmSync(cwd, { recursive: true, force: true })
  const { findings } = diffContracts(base, head, { today: '2026-01-01', sources: { base: 'before', head: 'after' } })
  const found = findings.find((finding) => finding.code === code && finding.level === 'breaking')
  return found ? shown(found) : []
}

function shown({ witness, direction }: Finding): readonly string[] {
  if (!witness || 'unknown' in witness) return []
  const lines = witnessLines(witness, (value) => JSON.stringify(value))
  const now = nowLines(witness)
  return [
    `${capital(witnessLead(witness, direction))} (${witness.reason}):`,
    fenced('text', lines.join('\n')),
    ...(now.length > 0 ? [`${capital(nowLead(witness))}:`, fenced('text', now.join('\n'))] : []),
  ]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function overview(): string {
  const rows = [...diffRules]
    .sort((before, after) => (before.code < after.code ? -1 : 1))
    .map(({ code, name, category, summary }) => `| ${code} | [${name}](${name}.md) | ${category} | ${summary} |`)
  return [
    '# The rules of `tenantkit diff`',
    'What each rule names is decided before it: by containment for schemas, by the rule for everything else. `npm run docs` writes these pages from the rules.',
    ['| code | rule | category | finds |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    '',
  ].join('\n\n')
}

function page(rule: Rule, witness: readonly string[]): string {
  const { code, name, category, directional, claims, summary, why, help, helpForSending, example, message } = rule
  const directions = directional
    ? ' Findings are named with the direction in front: `request-`, `response-`, `consumed-` or `published-`.'
    : ''
  return [
    `# ${code} ${name}`,
    `*${category}*: ${summary}${directions}`,
    why,
    `Says: ${message}`,
    ...(help === undefined ? [] : [`To do: ${help}`]),
    ...(helpForSending === undefined ? [] : [`To do where the API sends: ${helpForSending}`]),
    '## Example',
    fenced('yaml', example.before),
    fenced('yaml', example.after),
    `Between the two, \`tenantkit diff\` finds:`,
    fenced('text', example.finds.join('\n')),
    ...witness,
    '## Edits',
    claims.map((claim) => `\`${claim}\``).join(', '),
    '',
  ].join('\n\n')
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}
