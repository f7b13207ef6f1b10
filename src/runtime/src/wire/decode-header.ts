import { refuser, type WireIssue } from './issue.js'
import { trimBlanks } from './trim-blanks.js'
import type { WireHeader, WireParameter } from './types.js'
import { delimitedAs } from './unflatten.js'

/**
 * One header from all its lines, in order. Lines of arrays and objects are joined (RFC 9110, section 5.3); anything else
 * must come once. Undefined when it is absent; means nothing when an issue
 * was added.
 */
export function decodeHeader(
  header: WireHeader | WireParameter,
  lines: readonly string[],
  issues: WireIssue[],
): unknown {
  const { name, shape, explode = false } = header
  const refuse = refuser(issues, 'header', name)
  if (lines.length === 0) return header.required ? refuse('required', 'a value') : undefined
  const isComposite = shape?.kind === 'array' || shape?.kind === 'object'
  if (lines.length > 1 && !isComposite) return refuse('duplicate', 'one value')
  const pair = explode ? { pair: '=' } : {}
  return delimitedAs(trimBlanks(lines.join(',')), shape, { item: ',', ...pair, decode: trimBlanks }, refuse)
}
