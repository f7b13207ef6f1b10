import { itemShape, propertyShape } from './flat.js'
import type { Refuse } from './issue.js'
import { setOwn } from './record.js'
import { parseJson, parseScalar, typesOf } from './scalar.js'
import type { WireShape } from './types.js'

/** One decoded text as the shape says; what no style reaches into is JSON. */
export function textAs(text: string, shape: WireShape | undefined, refuse: Refuse): unknown {
  if (!shape) return text
  if (shape.kind === 'scalar') return parseScalar(text, shape.types, refuse)
  if (shape.kind === 'binary') return text
  const types = typesOf(shape)
  if (shape.kind === 'object' && types.length > 0 && !text.startsWith('{')) return parseScalar(text, types, refuse)
  return parseJson(text, refuse)
}

export function listAs(texts: readonly string[], shape: WireShape | undefined, refuse: Refuse): unknown {
  const item = itemShape(shape)
  return texts.map((text) => textAs(text, item, refuse))
}

export function pairsAs(
  pairs: readonly (readonly [name: string, text: string])[],
  shape: WireShape | undefined,
  refuse: Refuse,
): unknown {
  const object: Record<string, unknown> = {}
  for (const [name, text] of pairs) {
    if (Object.hasOwn(object, name)) return refuse('duplicate', 'each property once')
    setOwn(object, name, textAs(text, propertyShape(shape, name), refuse))
  }
  return object
}

export interface Delimiters {
  readonly item: string | RegExp
  /** Between name and text of an exploded pair; absent: they alternate. */
  readonly pair?: string
  readonly decode: (text: string) => string | undefined
}

/** A text that holds a whole array or object, still encoded: split first, then decoded piece by piece. */
export function delimitedAs(
  raw: string,
  shape: WireShape | undefined,
  { item, pair, decode }: Delimiters,
  refuse: Refuse,
): unknown {
  const isList = shape?.kind === 'array'
  const isObject = shape?.kind === 'object'
  if (!isList && !isObject) {
    const text = decode(raw)
    return text === undefined ? refuse('encoding', 'percent-encoded UTF-8') : textAs(text, shape, refuse)
  }
  const pieces = raw.split(item)
  const single = isObject && pieces.length === 1 && typesOf(shape).length > 0 && !(pair && raw.includes(pair))
  const cut = isObject && pair && !single ? pieces.map((piece) => cutAt(piece, pair)) : [pieces]
  const texts: string[][] = []
  for (const group of cut) {
    if (!group) return refuse('style', 'pairs of name and value')
    const decoded: string[] = []
    for (const piece of group) {
      const text = decode(piece)
      if (text === undefined) return refuse('encoding', 'percent-encoded UTF-8')
      decoded.push(text)
    }
    texts.push(decoded)
  }
  const flat = texts.flat()
  if (isList) return listAs(flat.length === 1 && flat[0] === '' && !takesText(shape) ? [] : flat, shape, refuse)
  if (single) return textAs(flat[0] ?? '', shape, refuse)
  if (flat.length % 2 === 1) return refuse('style', 'pairs of name and value')
  return pairsAs(inPairs(flat), shape, refuse)
}

function cutAt(piece: string, mark: string): string[] | undefined {
  const at = piece.indexOf(mark)
  return at < 0 ? undefined : [piece.slice(0, at), piece.slice(at + mark.length)]
}

function inPairs(flat: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let at = 0; at + 1 < flat.length; at += 2) pairs.push([flat[at] ?? '', flat[at + 1] ?? ''])
  return pairs
}

/** Whether an empty text can be an item; else it is the empty array. */
function takesText(shape: WireShape): boolean {
  if (shape.kind !== 'array' || shape.of) return false
  return shape.items.length === 0 || shape.items.includes('string') || shape.items.includes('any')
}
