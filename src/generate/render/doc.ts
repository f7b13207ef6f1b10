import type { CodeText, DocText } from './text.js'

/** Lines of a doc comment end here, as in the rest of the output. */
const width = 110

/** A description of more characters than this is cut: it would bury the code. */
const longest = 4_000

/**
 * The lines of a doc comment, from contract text. Nothing in it ends the comment, starts a tag, moves a cursor or
 * reorders what a reader sees; long lines are wrapped, lists and code blocks of Markdown are kept.
 */
export function docText(text: string): DocText {
  return docLines(text).join('\n') as DocText
}

/** A whole doc comment with its frame and a line end after it, indented; empty when there is nothing to say. */
export function docComment(parts: readonly (DocText | undefined)[], indent = ''): CodeText {
  const said = parts.filter((part): part is DocText => part !== undefined)
  if (said.every((part) => part === '')) return '' as CodeText
  const lines = said.join('\n').split('\n')
  const [only = ''] = lines
  if (lines.length === 1 && only.length + indent.length <= width) return `${indent}/** ${only} */\n` as CodeText
  const body = lines.map((line) => (line === '' ? `${indent} *` : `${indent} * ${line}`))
  return `${indent}/**\n${body.join('\n')}\n${indent} */\n` as CodeText
}

/** Contract text in a `//` comment: one line, whatever it held. */
export function lineComment(text: string): CodeText {
  return `// ${neutral(text).replace(/\s+/g, ' ').trim()}` as CodeText
}

/** Contract text inside backquotes, for instance a default, safe in a comment and on one line. */
export function docCode(text: string): DocText {
  const line = neutral(text).replace(/\s+/g, ' ').replaceAll('`', "'")
  return `\`${line.length > 80 ? `${line.slice(0, 77).replace(/[\ud800-\udbff]$/, '')}...` : line}\`` as DocText
}

/** Tags that are ours: `@deprecated`. */
export function docTag(tag: 'deprecated'): DocText {
  return `@${tag}` as DocText
}

/** Joins texts that are safe already. */
export function docLine(...parts: readonly DocText[]): DocText {
  return parts.join(' ') as DocText
}

/** Words of our own: never contract text. */
export function docOwn(text: string): DocText {
  return text as DocText
}

function docLines(text: string): readonly string[] {
  const plain = neutral(text.length > longest ? `${text.slice(0, longest)} ...` : text)
  const lines: string[] = []
  let fenced = false
  for (const raw of plain.split('\n')) {
    const line = raw.trimEnd()
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced
    // One empty line is enough, and none at the start.
    if (line === '' && (lines.length === 0 || lines.at(-1) === '')) continue
    lines.push(...(fenced || line.length <= width - 8 ? [line] : wrap(line)))
  }
  if (lines.at(-1) === '') lines.pop()
  // A fence that the contract never closed would swallow the rest of the comment in an editor.
  if (fenced) lines.push('```')
  return lines
}

/** Breaks between words; what follows a list's bullet is indented below it. */
function wrap(line: string): readonly string[] {
  const [lead = ''] = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?/.exec(line) ?? []
  const indent = ' '.repeat(Math.min(lead.length, 12))
  const lines: string[] = []
  let current = lead.slice(0, 40).trimEnd() === '' ? indent : lead.slice(0, 40)
  let empty = true
  for (const word of line.slice(lead.length).split(' ')) {
    if (!empty && current.length + 1 + word.length > width - 8) {
      lines.push(current)
      current = indent
      empty = true
    }
    current += empty ? word : ` ${word}`
    empty = false
  }
  lines.push(current)
  return lines
}

/** Without what ends a comment, starts a tag, controls a terminal or reorders text. */
function neutral(text: string): string {
  const lines = /[\r\u2028\u2029]/.test(text) ? text.replace(/\r\n?|[\u2028\u2029]/g, '\n') : text
  const clean = hidden.test(lines) ? lines.replace(escapeSequences, '').replace(hiddenAll, '') : lines
  const closed = clean.includes('*/') ? clean.replaceAll('*/', '*\u2215') : clean
  // `\u002a/` is taken for the end by tools that read escapes before comments.
  const decoded = closed.includes('\\u') ? closed.replace(/\\u(?=\{?0*2[aAfF])/g, '\\ u') : closed
  // What would end a script, were the output ever put in a page.
  return noTag(decoded.includes('<') ? decoded.replace(/<(?=\/script|!--)/gi, '&lt;') : decoded)
}

/** `@import`, `@type` and their like mean something to TypeScript: an at sign that is not inside a word, as in an address, is quoted. */
function noTag(line: string): string {
  return line.includes('@') ? line.replace(/(?<![\p{L}\p{Nd}._\\-])@(?=\p{L})/gu, '\\@') : line
}

const control = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f'
const unseen = '\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb'
const halves = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]|\\udb40[\\udc00-\\udc7f]'
const hidden = new RegExp(`[${control}${unseen}]|${halves}`)
const hiddenAll = new RegExp(`[${control}${unseen}]|${halves}`, 'g')
/** ECMA-48: control sequences and operating system commands, with all that belongs to them. */
const escapeSequences = new RegExp(
  '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]|(?:\\u001b\\]|\\u009d)[^\\u0007\\u001b\\u009c\\n]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
  'g',
)
