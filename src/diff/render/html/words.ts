import { clip } from '../clip.js'
import { shownLength } from '../plain.js'
import { type Html, html } from './markup.js'

/** A sentence with its names in backticks set as code. */
export function sentence(text: string): Html {
  const [first = '', ...rest] = clip(text, shownLength).split('`')
  // A last backtick without a partner is one that a name brought along.
  const pairs = rest.length - (rest.length % 2)
  const set = rest.map((part, index) => {
    if (index >= pairs) return html`\`${part}`
    return index % 2 === 0 ? html`<code>${part}</code>` : html`${part}`
  })
  return html`${first}${set}`
}
