import { printable } from '../../../util/printable.js'
import { clip } from '../clip.js'
import { shownLength } from '../plain.js'

/** Markup that is safe to put into a page. Only `html` makes it. */
export interface Html {
  readonly markup: string
}

type Part = Html | string | number | false | undefined | readonly Part[]

/** A piece of a page: what is put in is text, cut and escaped, unless `html` made it. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: literals.reduce((made, literal, index) => made + markupOf(parts[index - 1]) + literal) }
}

/** A text in full length, escaped: for what has been cut before. */
export function whole(text: string): Html {
  return { markup: escaped(printable(text)) }
}

/** Text that is markup already: styles and scripts of ours, never anything of a contract. */
export function verbatim(markup: string): Html {
  return { markup }
}

function markupOf(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string') return escaped(printable(clip(part, shownLength)))
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(markupOf).join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
