import type { Finding } from '../../report.js'
import { type Html, html } from './markup.js'

const levels = [
  ['breaking', 'breaking'],
  ['warning', 'warnings'],
  ['info', 'compatible'],
  ['approved', 'approved'],
] as const
const categories = ['structural', 'governance', 'security'] as const
const directions = [
  ['request', 'request'],
  ['response', 'response'],
  ['consumed', 'consumed'],
  ['published', 'published'],
  ['', 'none'],
] as const

/** A form for what differs among the findings; without the script of the page it is not there. */
export function filtersMarkup(findings: readonly Finding[]): Html {
  const having = (of: (finding: Finding) => string): ReadonlySet<string> => new Set(findings.map(of))
  return html`<aside class="filters" aria-label="Filters" hidden>
<form id="filters">
${choice(
  'Level',
  'level',
  levels,
  having(({ approval, level }) => (approval ? 'approved' : level)),
)}
${choice(
  'Category',
  'category',
  categories.map((name) => [name, name] as const),
  having(({ category }) => category),
)}
${choice(
  'Direction',
  'direction',
  directions,
  having(({ direction }) => direction ?? ''),
)}
<label class="search"><span>Search</span> <input type="search" name="text" autocomplete="off" spellcheck="false"></label>
<output></output>
<button type="reset" hidden>Show all</button>
</form>
</aside>`
}

function choice(
  legend: string,
  name: string,
  options: readonly (readonly [value: string, label: string])[],
  there: ReadonlySet<string>,
): Html | undefined {
  // What is the same for all of them filters nothing.
  if (there.size < 2) return undefined
  const boxes = options
    .filter(([value]) => there.has(value))
    .map(
      ([value, label]) => html`<label><input type="checkbox" name="${name}" value="${value}" checked> ${label}</label>`,
    )
  return html`<fieldset><legend>${legend}</legend>${boxes}</fieldset>`
}
