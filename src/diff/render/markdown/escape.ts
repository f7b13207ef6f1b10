import { plain } from '../plain.js'

/**
 * Texts of a contract inside GitHub Flavored Markdown. A renderer reads them three times: as Markdown, as HTML, and then,
 * in the finished page, for mentions, references, commits and emoji. The last looks at text that is decoded already, so
 * entities do not help against it; it leaves code alone, and elsewhere a zero-width space parts what it looks for.
 */

const zeroWidth = '&#8203;'

/** A text as code, whatever is in it: the fence is longer than any run of backticks inside. */
export function code(text: string, length?: number): string {
  const shown = plain(text, length)
  if (shown.trim() === '') return '<code></code>'
  const fence = '`'.repeat(longestRun(shown) + 1)
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/**
 * Code inside a table. A vertical bar would end the cell even in code, and a backslash before it would keep the escape
 * from being one, so such a text is an element instead.
 */
export function cellCode(text: string, length?: number): string {
  const shown = plain(text, length)
  return /[|\\]/.test(shown) ? htmlCode(text, length) : code(text, length)
}

/** A text as prose, of Markdown or HTML. It must not begin a line, where Markdown has meanings of its own. */
export function prose(text: string, length?: number): string {
  return unlinked(plain(text, length)).replace(/[\\`*_[\]<>!|~$]|&(?!#8203;)/g, entity)
}

/** A text as code where Markdown may not be read, as in a summary. */
export function htmlCode(text: string, length?: number): string {
  return `<code>${plain(text, length).replace(/[^\p{L}\p{N} ]/gu, entity)}</code>`
}

/** A sentence whose names in backticks are set as code. */
export function sentence(text: string, asCode: (name: string) => string, asProse: (words: string) => string): string {
  const [first = '', ...rest] = plain(text).split('`')
  // A last backtick without a partner is one that a name brought along.
  const pairs = rest.length - (rest.length % 2)
  const set = rest.map((part, index) => {
    if (index >= pairs) return asProse(`\`${part}`)
    return index % 2 === 0 ? asCode(part) : asProse(part)
  })
  return `${asProse(first)}${set.join('')}`
}

/** A block of text as it is. */
export function fenced(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text}\n${fence}`
}

/** A link, where the address is one of the web; the label is Markdown already. */
export function link(label: string, address: string | undefined): string {
  if (address === undefined || !/^https?:\/\//i.test(address)) return label
  const safe = address.replace(/[\s()<>[\]|\\`*_~"'@]|\p{Cc}/gu, (character) =>
    encodeURIComponent(character).replace(/^.$/, percent),
  )
  return `[${label}](${safe})`
}

function unlinked(text: string): string {
  return text
    .replace(/[@#:](?=[\w/])/g, (sign) => `${sign}${zeroWidth}`)
    .replace(/\bwww(?=\.)/gi, (word) => `${word}${zeroWidth}`)
    .replace(/\bgh-(?=\d)/gi, (word) => `${word}${zeroWidth}`)
    .replace(/\b[0-9a-f]{7,40}\b/gi, (hash) => `${hash.slice(0, 4)}${zeroWidth}${hash.slice(4)}`)
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}

function entity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0xfffd};`
}

/** What `encodeURIComponent` takes for harmless. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
