import { type Explanation, listCodes } from '../../src/api/explain.js'

const areas: Readonly<Record<string, string>> = {
  TK1: 'Loading and annotations',
  TK2: 'Policy',
  TK3: 'Breaking changes',
  TK4: 'Generating',
  TK5: 'Catalog',
  TK6: 'Configuration and command line',
  TK7: 'Run time',
  TK9: 'Our own bugs',
}

/** `docs/codes.md`: every code with what it means, from the catalogue that the code itself uses. */
export function codesPage(): string {
  const all = listCodes()
  const sections = Object.entries(areas).flatMap(([prefix, title]) => {
    const inArea = all.filter(({ code }) => code.startsWith(prefix))
    return inArea.length === 0 ? [] : [`## ${title}`, ...inArea.map(entry)]
  })
  return [
    '# Codes',
    'Every problem that tenantkit reports has a code that is never reused. `tenantkit explain CODE` shows the same as this page, which `npm run docs` writes.',
    ...sections,
    '',
  ].join('\n\n')
}

function entry({ code, name, severity, message, help, why, bad, good, change }: Explanation): string {
  if (change) return `### ${code} ${name}\n\n*${severity}*: ${message}\n\n[The rule](rules/${name}.md)`

  const example = (mark: string, text: string | undefined): string[] =>
    text === undefined ? [] : [`${mark}\n\n\`\`\`\n${text}\n\`\`\``]
  return [
    `### ${code} ${name}`,
    `*${severity}*: ${message}`,
    help === undefined ? why : `${why} ${help}`,
    ...example('Bad:', bad),
    ...example('Good:', good),
  ].join('\n\n')
}
