import { nameOfToken } from '../codec/index.js'
import { isRecord, own } from '../wire/index.js'
import type { RoutedCall } from './call.js'
import { type Refusal, refuse } from './refusal.js'
import type { ServerIdempotency } from './types.js'

const shortest = 16
const longest = 255

/** The key in its header: undefined when there is none and none is required, or when it stands in the body. */
export function keyOfHeader(call: RoutedCall, { key, mode }: ServerIdempotency): string | Refusal | undefined {
  if (key.in === 'body') return undefined
  const lines = call.headers.all(key.name.toLowerCase())
  if (lines.length === 0) return mode === 'required' ? missing(`/headers/${key.name}`) : undefined
  const [line] = lines
  const text = lines.length === 1 && line !== undefined ? itemOf(line) : undefined
  return text === undefined ? malformed(`/headers/${key.name}`) : usable(text, `/headers/${key.name}`)
}

/** The key in the body, by the pointer of the contract. */
export function keyOfBody(body: unknown, { key, mode }: ServerIdempotency): string | Refusal | undefined {
  if (key.in === 'header') return undefined
  const at = `/body${key.pointer}`
  const value = key.pointer.split('/').slice(1).reduce(step, body)
  if (value === undefined) return mode === 'required' ? missing(at) : undefined
  return typeof value === 'string' ? usable(value, at) : malformed(at)
}

function step(value: unknown, token: string): unknown {
  const name = nameOfToken(token)
  if (Array.isArray(value))
    return /^(?:0|[1-9]\d*)$/.test(name) ? (value as readonly unknown[])[Number(name)] : undefined
  return isRecord(value) ? own(value, name) : undefined
}

/** An sf-string as the draft says, or the bare text that almost everybody sends; both are the same key. */
function itemOf(line: string): string | undefined {
  if (!line.startsWith('"')) return line
  const quoted = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/.exec(line)?.[1]
  return quoted?.replace(/\\(["\\])/g, '$1')
}

/** Visible ASCII without commas, which would be a list. */
function usable(text: string, at: string): string | Refusal {
  const isFine = text.length >= shortest && text.length <= longest && /^[!#-+\--[\]-~]+$/.test(text)
  return isFine ? text : malformed(at)
}

function missing(path: string): Refusal {
  return refuse('TK7301', { issues: [{ path, keyword: 'required', expected: 'an idempotency key' }] })
}

function malformed(path: string): Refusal {
  const expected = `one text of ${shortest} to ${longest} visible ASCII characters`
  return refuse('TK7302', { issues: [{ path, keyword: 'format', expected }] })
}
