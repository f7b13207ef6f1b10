import { type Refuse, refuser, type WireIssue } from './issue.js'
import { escapeText, unescapeText } from './percent.js'
import type { WireParameter } from './types.js'
import { delimitedAs, listAs, pairsAs, textAs } from './unflatten.js'

/** One path parameter from its place in the path, still percent-encoded. Means nothing when an issue was added. */
export function decodePathParameter(parameter: WireParameter, raw: string, issues: WireIssue[]): unknown {
  const { name, shape, style = 'simple', explode = false } = parameter
  const refuse = refuser(issues, 'path', name)
  if (raw === '') return refuse('required', 'a value that is not empty')
  const pair = explode ? { pair: '=' } : {}
  if (style === 'matrix') return matrixAs(raw, parameter, refuse)
  if (style !== 'label') return delimitedAs(raw, shape, { item: ',', ...pair, decode: unescapeText }, refuse)
  if (!raw.startsWith('.')) return refuse('style', 'a text that starts with a dot (style label)')
  return delimitedAs(raw.slice(1), shape, { item: explode ? '.' : ',', ...pair, decode: unescapeText }, refuse)
}

/** `;color=a;color=b`, `;color=a,b`, `;R=1;G=2` (RFC 6570, section 3.2.7). */
function matrixAs(raw: string, { name, shape, explode = false }: WireParameter, refuse: Refuse): unknown {
  if (!raw.startsWith(';')) return refuse('style', 'a text that starts with a semicolon (style matrix)')
  const key = escapeText(name)
  const whole = raw.slice(1)
  const value = whole === key ? '' : whole.startsWith(`${key}=`) ? whole.slice(key.length + 1) : undefined
  const isComposite = shape?.kind === 'array' || shape?.kind === 'object'
  if (!explode || !isComposite) {
    if (value === undefined) return refuse('style', 'its own name before the value (style matrix)')
    return delimitedAs(value, shape, { item: ',', decode: unescapeText }, refuse)
  }
  const pairs: [string, string][] = []
  for (const piece of whole.split(';')) {
    const at = piece.indexOf('=')
    const left = unescapeText(at < 0 ? piece : piece.slice(0, at))
    const right = at < 0 ? '' : unescapeText(piece.slice(at + 1))
    if (left === undefined || right === undefined) return refuse('encoding', 'percent-encoded UTF-8')
    pairs.push([left, right])
  }
  if (shape.kind === 'object') {
    const [only] = pairs
    return shape.or && pairs.length === 1 && only?.[0] === name
      ? textAs(only[1], shape, refuse)
      : pairsAs(pairs, shape, refuse)
  }
  if (pairs.some(([each]) => each !== name)) return refuse('style', 'its own name before each item (style matrix)')
  return listAs(
    pairs.map(([, text]) => text),
    shape,
    refuse,
  )
}
