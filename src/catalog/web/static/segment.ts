import { sha256 } from '../../../util/sha256.js'

/**
 * A name as one segment of a path, on every file system and in every address: different names stay different where case
 * does not count, too, and none is `..`, hidden, or a device of Windows. What is not `a-z`, `0-9`, `.`, `_`, `-` stands
 * as `~` and the hexadecimal digits of its UTF-8.
 */
export function segmentOf(name: string): string {
  const escaped = name.replace(/[^a-z0-9._-]|^\.|\.$/gu, escapedText)
  const whole = devices.test(escaped) || escaped === '' ? `~_${escaped}` : escaped
  return whole.length <= longest ? whole : `${whole.slice(0, longest - 18)}~-${sha256(name).slice(0, 16)}`
}

const longest = 120
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/

function escapedText(text: string): string {
  return [...Buffer.from(text)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join('')
}
