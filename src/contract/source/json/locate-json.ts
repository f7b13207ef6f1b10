import { noKey, type Wanted } from '../wanted.js'
import type { JsonLayout } from './layout.js'
import { endOfString, skipSpace } from './scan-bytes.js'
import { stringValue } from './scan-string.js'

interface Frame {
  readonly wanted: Wanted
  readonly isArray: boolean
  readonly start: number
  /** The offset behind it; undefined until it is reached. */
  readonly end: number | undefined
  readonly keyStart: number
  readonly keyEnd: number
  index: number
  /** Children that are still looked for. */
  left: number
}

/**
 * Finds the places of the wanted nodes in a JSON document that is known to be well-formed. One pass: values that nobody
 * asks for are skipped without being looked into, and what follows the last wanted one is not looked at.
 */
export function locateJson(bytes: Buffer, { starts, ends }: JsonLayout, root: Wanted): void {
  const frames: Frame[] = []
  let noted = 0
  let at = enter(skipSpace(bytes, 0), root, noKey, noKey)
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    at = skipSpace(bytes, at)
    const byte = bytes[at]
    if (byte === comma) {
      at++
    } else if (frame.left === 0 && isAllFound()) {
      const [{ wanted, start }] = frames as [Frame]
      wanted.place = { start, end: endOfText(bytes), keyStart: noKey, keyEnd: noKey }
      return
    } else if (byte === closeBrace || byte === closeBracket || frame.left === 0) {
      at = frame.end ?? skipToEnd(bytes, at)
      frame.wanted.place = { start: frame.start, end: at, keyStart: frame.keyStart, keyEnd: frame.keyEnd }
      frames.pop()
    } else if (frame.isArray) {
      at = child(frame, frame.wanted.children.get(String(frame.index++)), at, noKey, noKey)
    } else {
      const keyEnd = endOfString(bytes, at + 1)
      const next = frame.wanted.children.get(stringValue(bytes.toString('utf8', at, keyEnd)))
      at = child(frame, next, skipSpace(bytes, skipSpace(bytes, keyEnd) + 1), at, keyEnd)
    }
  }

  /** Whether there is nothing left to find, not even the end of a container: the end of the document is known. */
  function isAllFound(): boolean {
    return frames.every(({ left, wanted }, depth) => left === 0 && (depth === 0 || !wanted.isAsked))
  }

  function child(frame: Frame, next: Wanted | undefined, start: number, keyStart: number, keyEnd: number): number {
    if (!next) return skipValue(start)
    frame.left--
    return enter(start, next, keyStart, keyEnd)
  }

  /** Steps into a container in which something is wanted; of anything else, notes the place. */
  function enter(start: number, wanted: Wanted, keyStart: number, keyEnd: number): number {
    const byte = bytes[start]
    const left = wanted.children.size
    if ((byte === openBrace || byte === openBracket) && left > 0) {
      const isArray = byte === openBracket
      frames.push({ wanted, isArray, start, end: notedEnd(start), keyStart, keyEnd, index: 0, left })
      return start + 1
    }
    const end = skipValue(start)
    wanted.place = { start, end, keyStart, keyEnd }
    return end
  }

  function skipValue(start: number): number {
    const byte = bytes[start]
    if (byte === quote) return endOfString(bytes, start + 1)
    if (byte === openBrace || byte === openBracket) return notedEnd(start) ?? skipToEnd(bytes, start + 1)
    return endOfWord(bytes, start)
  }

  /** The offset behind a container, when it has been noted. Called for later and later ones only. */
  function notedEnd(start: number): number | undefined {
    while (noted < starts.length && (starts[noted] as number) < start) noted++
    return starts[noted] === start ? ends[noted] : undefined
  }
}

const quote = 0x22
const comma = 0x2c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/** The offset behind a number or a literal name. */
function endOfWord(bytes: Uint8Array, start: number): number {
  let at = start
  for (; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte === comma || byte === closeBrace || byte === closeBracket || byte <= 0x20) break
  }
  return at
}

/** The offset behind the container that `from` is inside of. */
function skipToEnd(bytes: Uint8Array, from: number): number {
  let depth = 1
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === quote) at = endOfString(bytes, at + 1) - 1
    else if (byte === openBrace || byte === openBracket) depth++
    else if ((byte === closeBrace || byte === closeBracket) && --depth === 0) return at + 1
  }
  return bytes.length
}

/** The offset behind all but white space. */
function endOfText(bytes: Uint8Array): number {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] as number) <= 0x20) end--
  return end
}
