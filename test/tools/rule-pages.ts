import { diffRules } from '../../src/diff/index.js'

type Rule = (typeof diffRules)[number]

/** `docs/rules/`: a page for each rule of `tenantkit diff` and a list of all, from what the rules say of themselves. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = diffRules.map((rule) => [`${rule.name}.md`, page(rule)] as const)
  return new Map([['README.md', overview()], ...pages])
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

function page({
  code,
  name,
  category,
  directional,
  claims,
  summary,
  why,
  help,
  helpForSending,
  example,
  message,
}: Rule): string {
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
    '## Edits',
    claims.map((claim) => `\`${claim}\``).join(', '),
    '',
  ].join('\n\n')
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}
