import { escapeToken } from '../../../util/json-pointer.js'
import { losesIntegerDigits } from '../integer.js'
import { endOfString, skipSpace, stringValue } from './scan-string.js'

export interface JsonRange {
  readonly start: number
  readonly end: number
}

/** What only a slow look at every token tells. */
export interface JsonFindings {
  readonly syntax?: JsonRange & { readonly reason: string }
  readonly duplicates: readonly (JsonRange & {
    readonly key: string
    readonly pointer: string
    readonly first: JsonRange
  })[]
  readonly numbers: readonly (JsonRange & { readonly text: string; readonly pointer: string })[]
}

interface Frame {
  readonly isArray: boolean
  /** Where each key of the object stands; undefined for an array. */
  readonly keys: Map<string, JsonRange>
  token: string
  index: number
}

/**
 * Reads JSON token by token (RFC 8259) until its first mistake, and notes keys that stand twice in an object and numbers
 * that a double cannot hold. Slow; only for documents in which something is known to be wrong.
 */
export function inspectJson(text: string): JsonFindings {
  const frames: Frame[] = []
  const duplicates: JsonFindings['duplicates'][number][] = []
  const numbers: JsonFindings['numbers'][number][] = []
  const found = (start: number, end: number, reason: string): JsonFindings => ({
    syntax: { start, end: Math.min(Math.max(end, start), text.length), reason },
    duplicates,
    numbers,
  })
  const pointer = () => frames.map(({ token }) => `/${escapeToken(token)}`).join('')

  let at = skipSpace(text, 0)
  let expectsValue = true as boolean
  for (;;) {
    at = skipSpace(text, at)
    const frame = frames.at(-1)
    const character = text[at]
    if (!expectsValue) {
      if (!frame)
        return at < text.length ? found(at, at + 1, 'there is more text behind the end') : { duplicates, numbers }
      const closer = frame.isArray ? ']' : '}'
      if (character === closer) {
        frames.pop()
        at++
        continue
      }
      if (character !== ',')
        return found(
          at,
          at + 1,
          character === undefined ? `the text ends before \`${closer}\`` : `expected \`,\` or \`${closer}\``,
        )
      at = skipSpace(text, at + 1)
      if (text[at] === closer) return found(at, at + 1, `a comma stands before \`${closer}\``)
      expectsValue = true
    }
    if (frame && !frame.isArray) {
      const wrong = readKey(frame)
      if (wrong) return wrong
    } else if (frame) {
      frame.token = String(frame.index++)
    }
    const wrong = readValue()
    if (wrong) return wrong
  }

  function readKey(frame: Frame): JsonFindings | undefined {
    const start = at
    if (text[at] !== '"')
      return found(at, at + 1, at < text.length ? 'expected a key in double quotes' : 'the text ends before `}`')
    const wrong = readString()
    if (wrong) return wrong
    const key = stringValue(text.slice(start, at))
    const range = { start, end: at }
    frame.token = key
    const first = frame.keys.get(key)
    if (first) duplicates.push({ ...range, key, pointer: pointer(), first })
    else frame.keys.set(key, range)
    at = skipSpace(text, at)
    if (text[at] !== ':') return found(at, at + 1, 'expected `:` behind the key')
    at = skipSpace(text, at + 1)
    return undefined
  }

  function readValue(): JsonFindings | undefined {
    const character = text[at]
    expectsValue = false
    if (character === undefined) return found(at, at, 'the text ends where a value must stand')
    if (character === '{' || character === '[') {
      frames.push({ isArray: character === '[', keys: new Map(), token: '', index: 0 })
      const next = skipSpace(text, at + 1)
      expectsValue = text[next] !== (character === '{' ? '}' : ']')
      at = next
      return undefined
    }
    if (character === '"') return readString()
    const word = wordAt(text, at)
    if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(word)) {
      if (losesDigits(word)) numbers.push({ start: at, end: at + word.length, text: word, pointer: pointer() })
    } else if (word !== 'true' && word !== 'false' && word !== 'null') {
      return found(at, at + Math.max(1, word.length), word === '' ? 'expected a value' : wordReason(word))
    }
    at += word.length
    return undefined
  }

  /** Steps over a string, which starts at `at`. */
  function readString(): JsonFindings | undefined {
    const start = at
    const end = endOfString(text, start + 1)
    const source = text.slice(start + 1, end < 0 ? text.length : end - 1)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    const bad = /[\u0000-\u001f]|\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})|\\\\/g
    for (const match of source.matchAll(bad)) {
      if (match[0] === '\\\\') continue
      const place = start + 1 + match.index
      if (match[0] === '\\') return found(place, place + 2, 'there is no such escape in a string')
      if (match[0] === '\n' || match[0] === '\r') return found(start, place, 'the string is not closed on its line')
      return found(place, place + 1, 'a control character stands in a string')
    }
    if (end < 0) return found(start, start + 1, 'the string is never closed')
    at = end
    return undefined
  }
}

/** Whether a number of JSON is an integer that becomes another one, or too large for a double at all. */
function losesDigits(source: string): boolean {
  const value = Number(source)
  return !Number.isFinite(value) || losesIntegerDigits(value, source)
}

function wordAt(text: string, at: number): string {
  return /^[^\s,:[\]{}"]*/.exec(text.slice(at, at + 1_000))?.[0] ?? ''
}

function wordReason(word: string): string {
  if (word.startsWith('//') || word.startsWith('/*')) return 'JSON has no comments'
  if (word.startsWith("'")) return 'strings stand in double quotes'
  return /^[-+.\d]/.test(word) ? 'this is not a number of JSON' : 'expected a value'
}
