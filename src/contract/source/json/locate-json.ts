import { noKey, type Wanted } from '../wanted.js'
import { endOfString, skipSpace, stringValue } from './scan-string.js'

interface Frame {
  readonly wanted: Wanted
  readonly isArray: boolean
  readonly start: number
  readonly keyStart: number
  readonly keyEnd: number
  index: number
  /** Children that are still looked for. */
  left: number
}

/**
 * Finds the places of the wanted nodes in the text of a JSON document that is known to be well-formed. One pass: values
 * that nobody asks for are skipped without being looked into, and what follows the last wanted one is not looked at.
 */
export function locateJson(text: string, root: Wanted): void {
  const frames: Frame[] = []
  let at = enter(skipSpace(text, 0), root, noKey, noKey)
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    at = skipSpace(text, at)
    const code = text.charCodeAt(at)
    if (code === comma) {
      at++
    } else if (frame.left === 0 && isAllFound()) {
      const [{ wanted, start }] = frames as [Frame]
      wanted.place = { start, end: text.trimEnd().length, keyStart: noKey, keyEnd: noKey }
      return
    } else if (code === closeBrace || code === closeBracket || frame.left === 0) {
      at = code === closeBrace || code === closeBracket ? at + 1 : skipToEnd(text, at)
      frame.wanted.place = { start: frame.start, end: at, keyStart: frame.keyStart, keyEnd: frame.keyEnd }
      frames.pop()
    } else if (frame.isArray) {
      at = child(frame, frame.wanted.children.get(String(frame.index++)), at, noKey, noKey)
    } else {
      const keyEnd = endOfString(text, at + 1)
      const next = frame.wanted.children.get(stringValue(text.slice(at, keyEnd)))
      at = child(frame, next, skipSpace(text, skipSpace(text, keyEnd) + 1), at, keyEnd)
    }
  }

  /** Whether there is nothing left to find, not even the end of a container: the end of the document is known. */
  function isAllFound(): boolean {
    return frames.every(({ left, wanted }, depth) => left === 0 && (depth === 0 || !wanted.isAsked))
  }

  function child(frame: Frame, next: Wanted | undefined, start: number, keyStart: number, keyEnd: number): number {
    if (!next) return skipValue(text, start)
    frame.left--
    return enter(start, next, keyStart, keyEnd)
  }

  /** Steps into a container in which something is wanted; of anything else, notes the place. */
  function enter(start: number, wanted: Wanted, keyStart: number, keyEnd: number): number {
    const code = text.charCodeAt(start)
    const left = wanted.children.size
    if ((code === openBrace || code === openBracket) && left > 0) {
      frames.push({ wanted, isArray: code === openBracket, start, keyStart, keyEnd, index: 0, left })
      return start + 1
    }
    const end = skipValue(text, start)
    wanted.place = { start, end, keyStart, keyEnd }
    return end
  }
}

const quote = 0x22
const comma = 0x2c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

function skipValue(text: string, start: number): number {
  const code = text.charCodeAt(start)
  if (code === quote) return endOfString(text, start + 1)
  if (code === openBrace || code === openBracket) return skipToEnd(text, start + 1)
  let at = start
  for (; at < text.length; at++) {
    const next = text.charCodeAt(at)
    if (next === comma || next === closeBrace || next === closeBracket || next <= 0x20) break
  }
  return at
}

/** The offset behind the container that `from` is inside of. */
function skipToEnd(text: string, from: number): number {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at + 1) - 1
    else if (code === openBrace || code === openBracket) depth++
    else if ((code === closeBrace || code === closeBracket) && --depth === 0) return at + 1
  }
  return text.length
}
