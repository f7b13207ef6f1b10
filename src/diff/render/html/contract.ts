import type { DiffReport, Finding } from '../../report.js'
import type { RemovedContract } from '../../run.js'
import type { RenderContext } from '../context.js'
import { readExcerpts } from '../excerpts.js'
import { compatibleCount, count, unknownCount, versionSentence } from '../words.js'
import { findingMarkup } from './finding.js'
import { type Html, html } from './markup.js'

const excerptLines = { lines: 8, leading: 2 }

const groups = [
  ['breaking', 'Breaking'],
  ['warning', 'Warnings'],
  ['info', 'Compatible'],
  ['approved', 'Approved'],
] as const

/** Names the elements of the page, each once. */
export type Ids = (wanted: string) => string

/** A contract that both sides have: its versions, what is said of them, and its findings by level. */
export function contractMarkup(report: DiffReport, ids: Ids, context: RenderContext): Html {
  const { base, head, semver, verdict, summary } = report
  const sentence = versionSentence(report)
  const counted = [compatibleCount(summary), unknownCount(summary.unknown)].filter((part) => part !== '')
  return html`
<section class="contract">
<h2>${head.title} <span class="version">${base.version} → ${head.version}</span></h2>
<p class="files"><span class="place">${base.source}</span> → <span class="place">${head.source}</span></p>
${sentence !== '' && html`<p class="semver${!semver.ok && ' wrong'}">${sentence}</p>`}
${verdict === 'unchanged' && html`<p class="counted">No changes.</p>`}
${counted.length > 0 && html`<p class="counted">${capital(counted.join('; '))}.</p>`}
${groupsMarkup(report.findings, report, ids, context)}
</section>`
}

/** A contract that the head does not have any more. */
export function removedMarkup(removed: RemovedContract, ids: Ids, context: RenderContext): Html {
  const { source, title, version, finding } = removed
  const side = { source, title, version, digest: '' }
  return html`
<section class="contract">
<h2>${title} <span class="version">${version} → gone</span></h2>
<p class="files"><span class="place">${source}</span></p>
${groupsMarkup([finding], { base: side, head: { ...side, source: '', version: '' } }, ids, context)}
</section>`
}

function groupsMarkup(
  findings: readonly Finding[],
  sides: Pick<DiffReport, 'base' | 'head'>,
  ids: Ids,
  context: RenderContext,
): Html {
  const excerptOf = readExcerpts(
    findings.filter(({ level }) => level !== 'info'),
    context.linesOf,
    excerptLines,
  )
  const made = groups.map(([state, title]) => {
    const members = findings.filter(({ approval, level }) => (approval ? 'approved' : level) === state)
    if (members.length === 0) return undefined
    const articles = members.map((finding) =>
      findingMarkup(finding, { id: ids(finding.fingerprint), excerpt: excerptOf(finding), sides }, context),
    )
    return html`
<div class="group" id="${ids(state)}">
<h3>${title} <span class="number">${members.length}</span></h3>
${articles}
</div>`
  })
  return html`${made}`
}

/** Contracts that have no base. */
export function addedMarkup(
  added: readonly { readonly source: string; readonly title: string; readonly version: string }[],
): Html {
  const items = added.map(
    ({ source, title, version }) =>
      html`<li>${title} <span class="version">${version}</span> <span class="place">${source}</span></li>`,
  )
  return html`
<section class="contract aside">
<h2>${count(added.length, 'new contract')}</h2>
<ul>${items}</ul>
</section>`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
