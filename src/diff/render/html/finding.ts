import type { SourceSpan } from '../../../diagnostic/index.js'
import type { DiffReport, Finding, FindingOperation } from '../../report.js'
import { approveText } from '../approve-text.js'
import { clip } from '../clip.js'
import type { RenderContext } from '../context.js'
import type { Excerpt } from '../excerpts.js'
import { jsonText } from '../json-text.js'
import { nowLines, witnessLines } from '../witness-lines.js'
import {
  approvalText,
  count,
  findingLabel,
  findingMark,
  nowLead,
  operationTitle,
  placeText,
  unknownLead,
  unknownText,
  witnessLead,
} from '../words.js'
import { type Html, html, whole } from './markup.js'
import { sidesMarkup } from './sides.js'
import { sentence } from './words.js'

const witnessWidth = 2000
const lineWidth = 72
const reachesOpen = 6

/** What a finding's place in the page depends on. */
export interface FindingPlace {
  /** Of the element; the address of the finding in the page. */
  readonly id: string
  readonly excerpt: Excerpt
  readonly sides: Pick<DiffReport, 'base' | 'head'>
}

/** One finding: what changed, in both versions, with the payload, the fix, and how to approve it. */
export function findingMarkup(finding: Finding, place: FindingPlace, context: RenderContext): Html {
  const { level, category, direction, approval } = finding
  const state = approval ? 'approved' : level
  return html`
<article class="finding ${state}" id="${place.id}" data-level="${state}" data-category="${category}" data-direction="${direction ?? ''}">
<h4><span class="mark" aria-hidden="true">${findingMark(finding)}</span> ${sentence(finding.message)}</h4>
${metaLine(finding, place.id, context)}
${approval && html`<p class="approval"><b>Approved</b> ${approvalText(approval)}</p>`}
${level === 'info' ? placesLine(finding, context) : body(finding, place, context)}
</article>`
}

function body(finding: Finding, { excerpt, sides }: FindingPlace, context: RenderContext): Html {
  const shown = sidesMarkup(finding, excerpt, sides, (span) => placeMarkup(span, context))
  return html`${shown ?? placesLine(finding, context)}
${witnessMarkup(finding)}
${finding.help !== undefined && html`<p class="fix"><b>Fix</b> ${sentence(finding.help)}</p>`}
${reachesMarkup(finding.alsoReaches)}
${!finding.approval && finding.level === 'breaking' && context.tellsApproval !== false && approveMarkup(finding, sides)}`
}

function metaLine(finding: Finding, id: string, { ruleOf, operationPage }: RenderContext): Html {
  const { code, rule, direction, operation, fingerprint } = finding
  const page = ruleOf?.(code)?.page
  const name = html`<span class="code">${code}</span> ${rule}`
  return html`<ul class="meta">
${operation && html`<li class="operation">${operationMarkup(operation, operationPage?.(operation, finding))}</li>`}
<li>${findingLabel(finding)}</li>
${direction !== undefined && html`<li>${direction}</li>`}
<li>${page !== undefined && isAddress(page) ? html`<a href="${page}" rel="noreferrer">${name}</a>` : name}</li>
<li><a class="address" href="#${id}" aria-label="Link to ${fingerprint}">${fingerprint}</a></li>
</ul>`
}

function operationMarkup(operation: FindingOperation, page?: string): Html {
  const title = html`<code>${operationTitle(operation)}</code>`
  return page === undefined ? title : html`<a href="${page}">${title}</a>`
}

function witnessMarkup({ witness, direction }: Finding): Html | undefined {
  if (!witness) return undefined
  if ('unknown' in witness) {
    return html`<p class="undecided"><b>Not decided</b> ${unknownLead}: ${sentence(unknownText(witness))}</p>`
  }
  const payload = witnessLines(witness, (value) => {
    const line = jsonText(value, { width: witnessWidth })
    return line.length <= lineWidth ? line : jsonText(value, { width: witnessWidth, pretty: true })
  })
  const now = nowLines(witness)
  const block = (lines: readonly string[]) =>
    html`<pre>${whole(lines.map((line) => clip(line, witnessWidth)).join('\n'))}</pre>`
  return html`<figure class="witness">
<figcaption>${capital(witnessLead(witness, direction))}</figcaption>
${block(payload)}
<p class="reason">${sentence(witness.reason)}</p>${
    now.length > 0 &&
    html`
<p class="now">${capital(nowLead(witness))}</p>
${block(now)}`
  }
</figure>`
}

function reachesMarkup(operations: Finding['alsoReaches'] = []): Html | undefined {
  if (operations.length === 0) return undefined
  const items = operations.map((operation) => html`<li>${operationMarkup(operation)}</li>`)
  if (operations.length <= reachesOpen) return html`<div class="reaches"><b>Also reaches</b><ul>${items}</ul></div>`
  return html`<details class="reaches"><summary>Also reaches ${count(operations.length, 'operation')}</summary><ul>${items}</ul></details>`
}

function approveMarkup(finding: Finding, sides: FindingPlace['sides']): Html {
  const { command, entry } = approveText(finding, sides)
  const byCommand =
    command !== undefined &&
    html`
<p>Write an approval, with the reason and who answers for it:</p>
<pre>${whole(command)}</pre>`
  return html`<details class="approve"><summary>Let it pass</summary>${byCommand}
<p>${byCommand ? 'or add it' : 'Add it'} to <code>.tenantkit/approvals.yaml</code> by hand:</p>
<pre>${whole(entry)}</pre>
</details>`
}

function placesLine({ before, after }: Finding, context: RenderContext): Html | undefined {
  if (!before && !after) return undefined
  const shown = [before, after].filter((span) => span !== undefined).map((span) => placeMarkup(span, context))
  return html`<p class="places">${shown[0]}${shown[1] && html` → ${shown[1]}`}${!after && ' → gone'}</p>`
}

function placeMarkup(span: SourceSpan, { linkTo }: RenderContext): Html {
  const address = linkTo?.(span)
  const text = html`<span class="place">${placeText(span)}</span>`
  return address !== undefined && isAddress(address) ? html`<a href="${address}" rel="noreferrer">${text}</a>` : text
}

/** Nothing but addresses of the web become links: `javascript:` is one, too, to a browser. */
function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
