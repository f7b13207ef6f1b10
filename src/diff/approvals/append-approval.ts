import { printable } from '../../util/printable.js'
import type { AppliedApproval, Finding } from '../report.js'

/**
 * The text of a file of approvals with one more entry at the end of its list; everything that is there stays as it is.
 * Undefined when the list is not written as a block, so that an entry cannot be added to its end.
 */
export function appendApproval(text: string, finding: Finding, approval: AppliedApproval): string | undefined {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  const key = lines.findIndex((line) => emptyList.test(line))
  if (key < 0 && lines.some((line) => !isFiller(line))) return undefined
  if (key < 0) lines.push('approvals:')
  else lines[key] = (lines[key] ?? '').replace(emptyList, '$1$2').trimEnd()
  const end = endOfList(lines, key < 0 ? lines.length - 1 : key)
  const item = lines.slice(key + 1, end).find((line) => line.trimStart().startsWith('- '))
  const indent = item === undefined ? '  ' : (/^ */.exec(item)?.[0] ?? '')
  lines.splice(end, 0, ...entryLines(finding, approval).map((line) => indent + line))
  return `${lines.join(newline)}${newline}`
}

/** The entry as it is written, for those who add it by hand. */
export function approvalEntry(finding: Finding, approval: AppliedApproval): string {
  return entryLines(finding, approval).join('\n')
}

/** The key of a list in block style, or of one that is empty. */
const emptyList = /^(approvals:)(?:[ \t]+(?:\[[ \t]*\]|~|null))?([ \t]+#.*|[ \t]*)$/

/** Neither a comment nor an empty line says anything. */
function isFiller(line: string): boolean {
  return /^\s*(#.*)?$/.test(line) || line.trimEnd() === '---'
}

/** After the last line of the list that says something, or the end of the file when nothing follows the list. */
function endOfList(lines: readonly string[], key: number): number {
  const next = lines.findIndex((line, index) => index > key && !isFiller(line) && !/^[ -]/.test(line))
  if (next < 0) return lines.length
  const last = lines.findLastIndex((line, index) => index < next && !isFiller(line))
  return last + 1
}

function entryLines(finding: Finding, { reason, owner, expires, ticket }: AppliedApproval): readonly string[] {
  const { fingerprint, category, rule, pointer } = finding
  // Digits alone, or with one `e` among them, would be a number.
  const quoted = /^\d+(e\d+)?$/.test(fingerprint) ? `'${fingerprint}'` : fingerprint
  return [
    `- fingerprint: ${quoted} # ${onOneLine(`${rule}, ${pointer}`)}`,
    ...(category === 'structural' ? [] : [`  acknowledges: ${category}`]),
    `  reason: ${scalar(reason)}`,
    `  owner: ${scalar(owner)}`,
    ...(expires === undefined ? [] : [`  expires: ${expires}`]),
    ...(ticket === undefined ? [] : [`  ticket: ${scalar(ticket)}`]),
  ]
}

function onOneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '))
}

/** Plain where no parser of YAML could read anything else into it; JSON's quotes elsewhere, which YAML has, too. */
function scalar(text: string): string {
  const isPlain =
    /^[A-Za-z][\w./@+-]*( [\w./@+-]+)*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
  return isPlain ? text : JSON.stringify(text)
}
