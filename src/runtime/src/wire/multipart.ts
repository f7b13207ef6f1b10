import { safeFileName } from './file-name.js'
import { itemShape } from './flat.js'
import { notWritable, type Refuse, refuser, type Target, type WireIssue } from './issue.js'
import { type MultipartLimits, type Part, parseParts } from './multipart-parts.js'
import { isRecord, own, setOwn } from './record.js'
import { isLeftOut, jsonOf, textOf } from './scalar.js'
import type { WireMedia, WireShape } from './types.js'
import { textAs } from './unflatten.js'

/**
 * A multipart body as one Blob, its type with the boundary: large files are not copied, and it can be sent again. Arrays
 * become one part for each item; objects JSON (OpenAPI 3.1, section 4.8.15.1.1). Throws a RequestError.
 */
export function encodeMultipart(media: WireMedia, value: unknown, boundaryText: string): Blob {
  // A Blob writes its type in lower case.
  const boundary = boundaryText.toLowerCase()
  if (!isRecord(value)) throw notWritable({ place: 'body', name: media.mediaType }, 'an object')
  const pieces: BlobPart[] = []
  for (const name of Object.keys(value)) {
    const shape = shapeOf(media, name)
    const each = value[name]
    const isList = Array.isArray(each) && shape?.kind !== 'json'
    for (const item of isList ? (each as readonly unknown[]) : [each]) {
      const itemOf = isList ? itemShape(shape) : shape
      if (isLeftOut(item, itemOf)) continue
      const part = partOf(item, itemOf, own(media.encoding, name)?.contentType, { place: 'body', name })
      pieces.push(`--${boundary}\r\n${partHead(name, part)}\r\n\r\n`, part.content, '\r\n')
    }
  }
  pieces.push(`--${boundary}--\r\n`)
  const type = media.mediaType.includes('*') ? 'multipart/form-data' : media.mediaType
  return new Blob(pieces, { type: `${type}; boundary=${boundary}` })
}

interface OutgoingPart {
  readonly content: BlobPart
  readonly contentType: string | undefined
  readonly fileName?: string
}

function partOf(
  value: unknown,
  shape: WireShape | undefined,
  declared: string | undefined,
  target: Target,
): OutgoingPart {
  // Encodings may offer several types, separated by commas, or a range.
  const single = declared === undefined || /[,*]/.test(declared) ? undefined : declared
  if (value instanceof Blob) {
    const contentType = value.type || single || 'application/octet-stream'
    const fileName = 'name' in value && typeof value.name === 'string' ? value.name : 'file'
    return { content: value, contentType, fileName }
  }
  if (value instanceof Uint8Array) {
    const content = value as Uint8Array<ArrayBuffer>
    return { content, contentType: single ?? 'application/octet-stream', fileName: 'file' }
  }
  if (shape?.kind === 'json' || (typeof value === 'object' && value !== null && !(value instanceof Date))) {
    return { content: jsonOf(value, target), contentType: single ?? 'application/json' }
  }
  return { content: textOf(value, target), contentType: single }
}

function partHead(name: string, { contentType, fileName }: OutgoingPart): string {
  const file = fileName === undefined ? '' : `; filename="${quoted(fileName)}"`
  // A type that came from the caller's Blob or the contract must not bring headers of its own.
  const type = contentType === undefined ? '' : `\r\nContent-Type: ${contentType.replace(/[^\x20-\x7e]/g, '')}`
  return `Content-Disposition: form-data; name="${quoted(name)}"${file}${type}`
}

/** As browsers do it (HTML, multipart/form-data encoding algorithm). */
function quoted(text: string): string {
  return text.replace(/["\r\n]/g, (character) => (character === '"' ? '%22' : character === '\r' ? '%0D' : '%0A'))
}

/** By property name; files as `File` with a safe name. Empty when an issue was added. */
export function decodeMultipart(
  media: WireMedia,
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  issues: WireIssue[],
  limits?: MultipartLimits,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  const parts = parseParts(body, contentType, limits)
  if (typeof parts === 'string') {
    refuser(issues, 'body', '*')(parts.startsWith('fewer') || parts.startsWith('shorter') ? 'limit' : 'style', parts)
    return values
  }
  const byName = new Map<string, Part[]>()
  for (const part of parts) byName.set(part.name, [...(byName.get(part.name) ?? []), part])
  for (const [name, named] of byName) {
    const isDeclared = media.shape?.kind === 'object' && Object.hasOwn(media.shape.properties, name)
    const refuse = refuser(issues, 'body', isDeclared ? name : '*')
    const shape = shapeOf(media, name)
    const [only] = named
    if (shape?.kind === 'array' || (!shape && named.length > 1)) {
      setOwn(
        values,
        name,
        named.map((part) => partAs(part, itemShape(shape), refuse)),
      )
    } else if (named.length > 1) refuse('duplicate', 'one part')
    else if (only) setOwn(values, name, partAs(only, shape, refuse))
  }
  return values
}

function partAs(part: Part, shape: WireShape | undefined, refuse: Refuse): unknown {
  if (shape?.kind === 'binary' || (!shape && part.fileName !== undefined)) {
    const type = part.contentType ?? 'application/octet-stream'
    return new File([part.bytes], safeFileName(part.fileName ?? ''), { type })
  }
  try {
    return textAs(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part.bytes), shape, refuse)
  } catch {
    return refuse('encoding', 'UTF-8')
  }
}

function shapeOf(media: WireMedia, name: string): WireShape | undefined {
  return media.shape?.kind === 'object' ? (own(media.shape.properties, name) ?? media.shape.rest) : undefined
}
