import { compareText } from './compare.js'
import { isArray, isObject } from './own.js'

/**
 * A JSON value as text, with the members of objects in order: equal values have the same text, and different ones never
 * have. However deep the value is, it does not fill the stack.
 */
export function canonicalText(value: unknown): string {
  if (!isArray(value) && !isObject(value)) return scalarText(value)
  let text = ''
  const pending: Piece[] = [{ before: '', value }]
  for (let piece = pending.pop(); piece; piece = pending.pop()) {
    text += piece.before
    if (isArray(piece.value))
      pushAll(
        pending,
        '[',
        ']',
        piece.value.map((item) => ({ before: '', value: item })),
      )
    else if (isObject(piece.value)) pushAll(pending, '{', '}', membersOf(piece.value))
    else if ('value' in piece) text += scalarText(piece.value)
  }
  return text
}

interface Piece {
  /** Text in front of the value; without a value, text alone. */
  readonly before: string
  readonly value?: unknown
}

function pushAll(pending: Piece[], open: string, close: string, pieces: readonly Piece[]): void {
  pending.push({ before: pieces.length === 0 ? open + close : close })
  for (let index = pieces.length - 1; index >= 0; index--) {
    const { before, value } = pieces[index] as Piece
    pending.push({ before: (index === 0 ? open : ',') + before, value })
  }
}

function membersOf(object: Readonly<Record<string, unknown>>): readonly Piece[] {
  return Object.keys(object)
    .filter((name) => object[name] !== undefined)
    .sort(compareText)
    .map((name) => ({ before: `${JSON.stringify(name)}:`, value: object[name] }))
}

/** JSON has no negative zero that would differ from zero. */
function scalarText(value: unknown): string {
  if (value === undefined) return 'null'
  return value === 0 ? '0' : JSON.stringify(value)
}
