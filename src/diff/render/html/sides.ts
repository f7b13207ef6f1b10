import type { SourceSpan } from '../../../diagnostic/index.js'
import type { DiffReport, Finding } from '../../report.js'
import { type Excerpt, type ExcerptSide, withoutMargin } from '../excerpts.js'
import { count } from '../words.js'
import { type Html, html } from './markup.js'

// Of what a change stands in, enough to know it by.
const aroundLines = 2

type Named = Pick<DiffReport, 'base' | 'head'>

/** Both versions side by side; undefined where there are no lines to be had. */
export function sidesMarkup(
  finding: Finding,
  { before, after }: Excerpt,
  { base, head }: Named,
  place: (span: SourceSpan) => Html,
): Html | undefined {
  if (before.lines.length + after.lines.length === 0) return undefined
  const [first, second] = [theChanged(before), theChanged(after)]
  const differs = first !== undefined && second !== undefined && first !== second
  const part = differs ? difference(first, second) : undefined
  return html`<div class="sides">
${side('before', base.version, finding.before, before, part, place, 'Not there')}
${side('after', head.version, finding.after, after, part, place, 'Gone')}
</div>`
}

function side(
  name: 'before' | 'after',
  version: string,
  span: SourceSpan | undefined,
  { lines, more, isAround }: ExcerptSide,
  part: Difference | undefined,
  place: (span: SourceSpan) => Html,
  absent: string,
): Html {
  const inside = lines.filter(({ changed }) => changed)
  const kept = isAround ? withoutMargin(inside.slice(0, aroundLines)) : lines
  const left = more + (isAround ? inside.length - kept.length : 0)
  const shown = kept.map(({ number, text, ...line }) => {
    const changed = line.changed && !isAround
    const set = changed && part ? marked(text, part) : html`${text}`
    return html`<span class="line${changed && ' changed'}"><span class="number">${number}</span>${set}\n</span>`
  })
  return html`<section class="side ${name}">
<h5>${name === 'before' ? 'Before' : 'After'} <span class="version">${version}</span> ${span && place(span)}</h5>
${
  span
    ? lines.length > 0 &&
      html`<pre>${shown}${left > 0 && html`<span class="more">${count(left, 'more line')}</span>`}</pre>`
    : html`<p class="absent">${absent}</p>`
}
</section>`
}

/** The one line that changed; undefined where there are several. */
function theChanged({ lines, more }: ExcerptSide): string | undefined {
  const changed = lines.filter((line) => line.changed)
  return changed.length === 1 && more === 0 ? changed[0]?.text : undefined
}

/** How much two lines have in common at either end, their indentation aside. */
interface Difference {
  readonly start: number
  readonly end: number
}

function difference(first: string, second: string): Difference {
  const [before, after] = [first.trimStart(), second.trimStart()]
  const room = Math.min(before.length, after.length)
  let start = 0
  while (start < room && before[start] === after[start]) start++
  let end = 0
  while (end < room - start && before.at(-1 - end) === after.at(-1 - end)) end++
  // From 1000 to 500 a number changed, not its first digit.
  while (start > 0 && (isInWord(before, start) || isInWord(after, start))) start--
  while (end > 0 && (isInWord(before, before.length - end) || isInWord(after, after.length - end))) end--
  return { start, end }
}

/** Whether there is no border of a word between the character at `index` and the one before it. */
function isInWord(text: string, index: number): boolean {
  return /^[\w-]{2}$/.test(text.slice(index - 1, index + 1))
}

function marked(line: string, { start, end }: Difference): Html {
  const text = line.trimStart()
  const to = Math.max(start, text.length - end)
  const middle = text.slice(start, to)
  const margin = line.slice(0, line.length - text.length)
  return html`${margin}${text.slice(0, start)}${middle !== '' && html`<mark>${middle}</mark>`}${text.slice(to)}`
}
