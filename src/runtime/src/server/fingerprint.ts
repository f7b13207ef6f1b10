import { createHmac, hash } from 'node:crypto'
import { nameOfToken, quote } from '../codec/index.js'
import type { RoutedCall } from './call.js'
import type { DecodedRequest } from './decode-request.js'
import { type Ready, whenReady } from './ready.js'

/**
 * What makes two requests the same: operation, parameters of path and query, and body, whatever the order of its keys, its
 * spacing and escapes. An HMAC under the idempotency key, which is not stored: a copy of the store does not let anybody
 * try out payloads.
 *
 * @param exclude places that do not count: `/body/sentAt`, `/query/attempt`.
 */
export function fingerprintOf(
  call: RoutedCall,
  decoded: DecodedRequest,
  key: string,
  exclude: readonly string[],
): Ready<string> {
  const { operation } = call.operation
  const { path } = decoded.parameters
  const query = without(decoded.parameters.query, placesIn(exclude, 'query'))
  const head = [operation.method, operation.path, canonicalText({ path, query }, [])]
  return whenReady(bodyParts(decoded, placesIn(exclude, 'body')), (body) => {
    let text = ''
    for (const part of [...head, ...body]) text += `${Buffer.byteLength(part)}:${part}`
    return createHmac('sha256', `tenantkit/1/fingerprint/${key}`).update(text).digest('hex')
  })
}

function placesIn(exclude: readonly string[], group: string): readonly (readonly string[])[] {
  if (exclude.length === 0) return nowhere
  const start = `/${group}/`
  return exclude.flatMap((place) => (place.startsWith(start) ? [tokensOf(place.slice(start.length))] : []))
}

const nowhere: readonly (readonly string[])[] = []

/** The tokens of a JSON Pointer (RFC 6901), without its first slash. */
function tokensOf(pointer: string): readonly string[] {
  return pointer.split('/').map(nameOfToken)
}

/** A copy without what is at these places; where there is nothing it stays as it is. */
function without(value: unknown, places: readonly (readonly string[])[]): unknown {
  if (places.length === 0 || typeof value !== 'object' || value === null || value instanceof Blob) return value
  const entries = Object.entries(value).flatMap(([name, item]): readonly [string, unknown][] => {
    const inside = places.filter(([first]) => first === name).map(([, ...rest]) => rest)
    return inside.some((rest) => rest.length === 0) ? [] : [[name, without(item, inside)]]
  })
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries)
}

function bodyParts({ body }: DecodedRequest, exclude: readonly (readonly string[])[]): Ready<readonly string[]> {
  if (!body) return []
  if ('bytes' in body.content) return ['bytes', hash('sha256', body.content.bytes, 'hex')]
  const files: Blob[] = []
  const text = canonicalText(without(body.content.value, exclude), files)
  if (files.length === 0) return ['value', text]
  return Promise.all(files.map(fileText)).then((hashes) => ['value', text, ...hashes])
}

async function fileText(file: Blob): Promise<string> {
  return `${file.type} ${hash('sha256', new Uint8Array(await file.arrayBuffer()), 'hex')}`
}

/** JSON with sorted keys. Files are numbered, and their contents hashed beside it. Depth is bounded by the decoder. */
export function canonicalText(value: unknown, files: Blob[]): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : JSON.stringify(value)
  if (value instanceof Blob) return `file${files.push(value)}`
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) text += `${text === '' ? '' : ','}${canonicalText(item, files)}`
    return `[${text}]`
  }
  const record = value as Readonly<Record<string, unknown>>
  for (const name of Object.keys(record).sort()) {
    const field = record[name]
    if (field !== undefined) text += `${text === '' ? '' : ','}${quote(name)}:${canonicalText(field, files)}`
  }
  return `{${text}}`
}
