import { sha256 } from './sha256.js'

/**
 * A name as one segment of a path, on every file system and in every address: different names stay different where case
 * does not count, too, and none is `..`, hidden, or a device of Windows. What is not `a-z`, `0-9`, `.`, `_`, `-` stands
 * as `~` and the hexadecimal digits of its UTF-8.
 */
export function segmentOf(name: string): string {
  const escaped = name.replace(/[^a-z0-9._-]|^\.|\.$/gu, escapedText)
  return bounded(devices.test(escaped) || escaped === '' ? `~_${escaped}` : escaped, name)
}

/**
 * The same for addresses alone, which tell capital letters apart: `listOrders` stays as it is. Nothing in it means anything
 * to a proxy, as an escaped slash does to some.
 */
export function addressSegmentOf(name: string): string {
  const escaped = name.replace(/[^A-Za-z0-9._-]|^\.|\.$/gu, escapedText)
  return bounded(escaped === '' ? '~_' : escaped, name)
}

function bounded(segment: string, name: string): string {
  return segment.length <= longest ? segment : `${segment.slice(0, longest - 18)}~-${sha256(name).slice(0, 16)}`
}

const longest = 120
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/

function escapedText(text: string): string {
  return [...Buffer.from(text)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join('')
}
