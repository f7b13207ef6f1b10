import { isAscii } from 'node:buffer'
import { lineAt, type PositionOf } from '../positions.js'

/** Of offsets in the bytes of a text, whose lines start at the given ones. */
export function bytePositions(bytes: Uint8Array, lines: Int32Array): PositionOf {
  let before: Int32Array | undefined
  return (offset) => {
    const line = lineAt(lines, offset)
    return { line: line + 1, column: unitsBetween(lines[line] ?? 0, offset) + 1 }
  }

  function unitsBetween(from: number, to: number): number {
    if (to - from <= block) return codeUnits(bytes, from, to)
    // A document without line breaks is one line: from its start it is far to most places.
    before ??= unitsBefore(bytes)
    return unitsUpTo(before, to) - unitsUpTo(before, from)
  }

  function unitsUpTo(before: Int32Array, offset: number): number {
    const index = Math.floor(offset / block)
    return (before[index] as number) + codeUnits(bytes, index * block, offset)
  }
}

/** Bytes that are gone through for one place. */
const block = 1_024

/** How many code units come before each block. */
function unitsBefore(bytes: Uint8Array): Int32Array {
  const before = new Int32Array(Math.floor(bytes.length / block) + 1)
  for (let index = 1; index < before.length; index++) {
    const end = index * block
    const start = end - block
    const units = isAscii(bytes.subarray(start, end)) ? block : codeUnits(bytes, start, end)
    before[index] = (before[index - 1] as number) + units
  }
  return before
}

/** How many code units of UTF-16 the characters between two offsets are: what columns count, as editors do. */
function codeUnits(bytes: Uint8Array, from: number, to: number): number {
  let units = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    // Bytes that go on with a character count nothing, those that begin one beyond the basic plane twice.
    if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}
