import { parseMediaType } from './media-type.js'

/** One part of a multipart body, its bytes a view into the whole. */
export interface Part {
  readonly name: string
  /** As sent: make it safe before use. */
  readonly fileName: string | undefined
  readonly contentType: string | undefined
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface MultipartLimits {
  /** Default: 1,000. */
  readonly parts?: number
  /** Bytes of the headers of one part; default: 16,384. */
  readonly headerBytes?: number
}

export type MultipartFailure =
  | 'a boundary in the content type'
  | 'parts between boundaries'
  | 'parts with names'
  | 'fewer parts'
  | 'shorter part headers'
  | 'plain transfer encoding'

/** Splits multipart/form-data (RFC 7578, RFC 2046 section 5.1), or says what it would have needed. */
export function parseParts(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  limits: MultipartLimits = {},
): readonly Part[] | MultipartFailure {
  const { parts: maxParts = 1000, headerBytes = 16_384 } = limits
  const boundary = parseMediaType(contentType)?.parameters.get('boundary') ?? ''
  if (!/^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/.test(boundary)) return 'a boundary in the content type'
  const delimiter = new TextEncoder().encode(`\r\n--${boundary}`)
  const find = finder(body, delimiter)
  const parts: Part[] = []
  // The first delimiter may stand at the very start, without its line break.
  let at = startsWith(body, delimiter.subarray(2)) ? delimiter.length - 2 : after(find(0), delimiter.length)
  while (at !== undefined) {
    if (body[at] === 0x2d && body[at + 1] === 0x2d) return parts
    while (body[at] === 0x20 || body[at] === 0x09) at += 1
    if (body[at] !== 0x0d || body[at + 1] !== 0x0a) return 'parts between boundaries'
    if (parts.length === maxParts) return 'fewer parts'
    const head = readHead(body, at + 2, headerBytes)
    if (typeof head === 'string') return head
    // The line break that ends the headers may be the delimiter's own, when the part is empty.
    const end = find(head.end - 2)
    if (end < 0) return 'parts between boundaries'
    const { name, fileName, contentType: type } = head
    parts.push({ name, fileName, contentType: type, bytes: body.subarray(Math.min(head.end, end), end) })
    at = end + delimiter.length
  }
  return 'parts between boundaries'
}

interface Head {
  readonly end: number
  readonly name: string
  readonly fileName: string | undefined
  readonly contentType: string | undefined
}

function readHead(body: Uint8Array, start: number, limit: number): Head | MultipartFailure {
  let end = start
  const isEnd = (at: number): boolean => body[at] === 0x0d && body[at + 1] === 0x0a
  // Headers end with an empty line; a part without any starts with it.
  while (!(isEnd(end) && (end === start || isEnd(end - 2)))) {
    if (end - start >= limit) return 'shorter part headers'
    if (end >= body.length) return 'parts between boundaries'
    end += 1
  }
  const headers = new Map<string, string>()
  const text = new TextDecoder('utf-8').decode(body.subarray(start, end))
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  const transfer = headers.get('content-transfer-encoding')?.toLowerCase() ?? 'binary'
  if (!['7bit', '8bit', 'binary'].includes(transfer)) return 'plain transfer encoding'
  const disposition = headers.get('content-disposition') ?? ''
  const name = dispositionParameter(disposition, 'name')
  if (!/^form-data\s*;/i.test(disposition) || name === undefined) return 'parts with names'
  const fileName = dispositionParameter(disposition, 'filename')
  return { end: end + 2, name, fileName, contentType: headers.get('content-type') }
}

/** Browsers escape quotes and line breaks as `%22`, `%0D`, `%0A` (HTML, multipart/form-data encoding algorithm). */
function dispositionParameter(disposition: string, wanted: string): string | undefined {
  const pattern = /;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))/g
  for (const [, name = '', quoted, plain] of disposition.matchAll(pattern)) {
    if (name.toLowerCase() !== wanted) continue
    const text = quoted === undefined ? (plain ?? '') : quoted.replace(/\\(["\\])/g, '$1')
    return text.replace(/%(22|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }
  return undefined
}

function startsWith(body: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((byte, index) => body[index] === byte)
}

function after(found: number, length: number): number | undefined {
  return found < 0 ? undefined : found + length
}

/** Boyer-Moore-Horspool: most bytes of a large file are never looked at. */
function finder(body: Uint8Array, wanted: Uint8Array): (from: number) => number {
  const last = wanted.length - 1
  const skips = new Uint8Array(256).fill(wanted.length)
  for (let index = 0; index < last; index++) skips[wanted[index] ?? 0] = last - index
  return (from) => {
    for (let at = Math.max(from, 0); at + last < body.length; at += skips[body[at + last] ?? 0] ?? 1) {
      let index = last
      while (index >= 0 && body[at + index] === wanted[index]) index -= 1
      if (index < 0) return at
    }
    return -1
  }
}
