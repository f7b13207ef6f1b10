import { createHash } from 'node:crypto'
import type { DiffReport } from '../report.js'
import type { DiffRun } from '../run.js'
import type { RenderContext } from './context.js'
import { addedMarkup, contractMarkup, type Ids, removedMarkup } from './html/contract.js'
import { filtersMarkup } from './html/filters.js'
import { type Html, html, verbatim } from './html/markup.js'
import { pageScript } from './html/script.js'
import { pageStyle } from './html/style.js'
import { findingsOf, type Totals, totalsOf } from './totals.js'
import { verdictText } from './verdict.js'
import { count, idleApprovals, incompleteText, placeText } from './words.js'

/**
 * One page by itself: both versions side by side, every finding with its payload and an address of its own. It asks no
 * server for anything, and its policy forbids it to; without its script nothing is missing but the filters.
 */
export function renderHtml(run: DiffRun, context: RenderContext): string {
  const totals = totalsOf(run)
  const ids = createIds()
  const findings = findingsOf(run).map(({ finding }) => finding)
  const contracts = [
    ...run.reports.map((report) => contractMarkup(report, ids, context)),
    ...run.removed.map((removed) => removedMarkup(removed, ids, context)),
  ]
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${pageTitle(run, totals)}</title>
<link rel="icon" href="data:,">
<style>${verbatim(pageStyle)}</style>
</head>
<body>
${headerMarkup(run, totals)}
${filtersMarkup(findings)}
<main>
${contracts}
${run.added.length > 0 && addedMarkup(run.added)}
${asideMarkup(run)}
<p id="nothing" hidden>No finding matches.</p>
</main>
${footerMarkup(run, context)}
<script>${verbatim(pageScript)}</script>
</body>
</html>
`
  return page.markup
}

/** The section of one report, for a page that brings {@link reportStyle} and a frame of its own. */
export function renderHtmlSection(report: DiffReport, context: RenderContext): string {
  return contractMarkup(report, createIds(), context).markup
}

/** Style of the report, its sections included. */
export const reportStyle = pageStyle

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const policy = [
  "default-src 'none'",
  'img-src data:',
  `style-src ${hashOf(pageStyle)}`,
  `script-src ${hashOf(pageScript)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Fingerprints are the same where two contracts have the same change; ids of a page are not. */
function createIds(): Ids {
  const seen = new Map<string, number>([
    ['filters', 1],
    ['nothing', 1],
  ])
  return (wanted) => {
    const id = wanted.slice(0, 64).replace(/[^\w-]/g, '-')
    const times = (seen.get(id) ?? 0) + 1
    seen.set(id, times)
    return times === 1 ? id : `${id}--${times}`
  }
}

function pageTitle(run: DiffRun, totals: Totals): string {
  const [only] = run.reports
  const name = only && totals.contracts === 1 ? `${only.head.title} ${only.base.version} → ${only.head.version}` : ''
  return name === '' ? verdictText(run, totals) : `${name}: ${verdictText(run, totals)}`
}

function headerMarkup(run: DiffRun, totals: Totals): Html {
  const incomplete = incompleteText(run.diagnostics)
  const figures = [
    ['breaking', totals.breaking, 'breaking'],
    ['warning', totals.warning, count(totals.warning, 'warning').replace(/^\d+ /, '')],
    ['info', totals.info, 'compatible'],
    ['approved', totals.approved, 'approved'],
    ['', totals.refactorings, count(totals.refactorings, 'refactoring').replace(/^\d+ /, '')],
    ['', totals.unknown, 'not decided'],
  ] as const
  const items = figures
    .filter(([, number]) => number > 0)
    .map(([state, number, label]) => {
      const figure = html`<b>${number}</b> ${label}`
      const linked =
        state !== '' && findingsOf(run).some(({ finding }) => (finding.approval ? 'approved' : finding.level) === state)
      return html`<li class="${state}">${linked ? html`<a href="#${state}">${figure}</a>` : html`<span class="count">${figure}</span>`}</li>`
    })
  return html`<header class="top">
<h1>${verdictText(run, totals)}</h1>
${incomplete !== '' && html`<p class="alert">${incomplete}.</p>`}
${items.length > 0 && html`<ul class="counts">${items}</ul>`}
</header>`
}

function asideMarkup(run: DiffRun): Html {
  const idle = idleApprovals(run).map(({ approval, said }) => {
    const place = approval.span && html` <span class="place">${placeText(approval.span)}</span>`
    return html`<li>${said}: ${approval.reason}${place}</li>`
  })
  const problems = run.diagnostics.map(({ code, message, span }) => {
    const place = span && html` <span class="place">${placeText(span)}</span>`
    return html`<li><span class="code">${code}</span> ${message}${place}</li>`
  })
  return html`
${idle.length > 0 && html`<section class="contract aside"><h2>Approvals without effect</h2><ul>${idle}</ul></section>`}
${problems.length > 0 && html`<section class="contract aside"><h2>While reading</h2><ul>${problems}</ul></section>`}`
}

function footerMarkup({ reports }: DiffRun, { toolVersion }: RenderContext): Html {
  const digests = reports.map(
    ({ base, head }) =>
      html`<p>${head.title}: <span class="code">${base.digest.slice(0, 16)}</span> → <span class="code">${head.digest.slice(0, 16)}</span></p>`,
  )
  return html`<footer>
<p>Written by tenantkit ${toolVersion} diff.</p>
${digests}
</footer>`
}
