import { nameOfToken, pointerToken } from '../codec/index.js'
import { RequestError } from '../error/index.js'
import { isRecord, own, setOwn } from '../wire/index.js'

/** What a JSON Pointer (RFC 6901) leads to; undefined when it leads nowhere. */
export function atPointer(value: unknown, pointer: string): unknown {
  let at = value
  for (const token of tokensOf(pointer)) {
    if (Array.isArray(at)) at = /^(?:0|[1-9]\d*)$/.test(token) ? (at as readonly unknown[])[Number(token)] : undefined
    else at = isRecord(at) ? own(at, token) : undefined
  }
  return at
}

/** A copy, along the way only, with a value at the pointer; objects that are missing on the way are made. */
export function withPointer(value: unknown, pointer: string, set: unknown): unknown {
  const [token, ...rest] = tokensOf(pointer)
  if (token === undefined) return set
  if (value !== undefined && !isRecord(value)) throw new RequestError('TK7101', 'the body must be an object')
  const copy = { ...value }
  setOwn(copy, token, rest.length === 0 ? set : withPointer(own(copy, token), pointerOf(rest), set))
  return copy
}

function tokensOf(pointer: string): string[] {
  if (pointer === '') return []
  return pointer.slice(1).split('/').map(nameOfToken)
}

function pointerOf(tokens: readonly string[]): string {
  return tokens.map((token) => `/${pointerToken(token)}`).join('')
}
