import { createHash } from 'node:crypto'
import { type Html, html, verbatim } from '../render/html/markup.js'
import { pageStyle } from '../render/html/style.js'
import { sentence } from '../render/markdown/escape.js'
import { operationTitle } from '../render/words.js'
import type { Change, Changelog, ChangelogOperation } from './changelog.js'
import { changelogCounts, changelogTitle, directionWord, levelWord, operationTitles } from './words.js'

/** Changelogs as one page by itself, in the look of the report. */
export function changelogHtml(changelogs: readonly Changelog[]): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${changelogs.map(changelogTitle).join(', ') || 'Nothing to compare'}</title>
<link rel="icon" href="data:,">
<style>${verbatim(style)}</style>
</head>
<body>
<main>
${changelogs.map(contractMarkup)}
</main>
</body>
</html>
`
  return page.markup
}

function contractMarkup(changelog: Changelog): Html {
  return html`<article>
<h1>${changelogTitle(changelog)}</h1>
<p>${changelogCounts(changelog)}</p>
${listMarkup('New', changelog.added.map(operationMarkup))}
${listMarkup('Removed', changelog.removed.map(operationMarkup))}
${changelog.changed.map(({ operation, changes }) => sectionMarkup(operationTitle(operation), '', changes))}
${changelog.shared.map(({ name, operations, changes }) =>
  sectionMarkup(name, `In ${operationTitles(operations)}.`, changes),
)}
${listMarkup('The contract', changelog.contract.map(changeMarkup))}
</article>
`
}

function sectionMarkup(title: string, note: string, changes: readonly Change[]): Html {
  return html`<section>
<h2><code>${title}</code></h2>
${note !== '' && html`<p>${note}</p>`}
<ul>${changes.map(changeMarkup)}</ul>
</section>
`
}

const style = `${pageStyle}
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem; }
.level { font-weight: 600; }
.breaking .level { color: var(--breaking); }
.warning .level { color: var(--warning); }
`

const policy = [
  "default-src 'none'",
  'img-src data:',
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function listMarkup(title: string, items: readonly Html[]): Html | undefined {
  if (items.length === 0) return undefined
  return html`<section>
<h2>${title}</h2>
<ul>${items}</ul>
</section>
`
}

function operationMarkup({ operation, changes }: ChangelogOperation): Html {
  const worst = changes.find((change) => levelWord(change) !== '')
  return html`<li class="${worst?.level ?? 'info'}">${worst && levelMarkup(worst)}<code>${operationTitle(operation)}</code></li>
`
}

function changeMarkup(change: Change): Html {
  const way = directionWord(change)
  return html`<li class="${change.level}">${levelWord(change) !== '' && levelMarkup(change)}${spoken(change.message)}${way !== '' && ` (${way})`}</li>
`
}

function levelMarkup(change: Change): Html {
  return html`<span class="level">${levelWord(change)}:</span> `
}

/** A sentence with its names as code. */
function spoken(message: string): Html {
  const asCode = (name: string): string => html`<code>${name}</code>`.markup
  const asProse = (words: string): string => html`${words}`.markup
  return verbatim(sentence(message, asCode, asProse))
}
