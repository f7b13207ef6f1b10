import { createHash, createHmac } from 'node:crypto'
import { nameOfToken } from '../codec/index.js'
import type { RoutedCall } from './call.js'
import type { DecodedRequest } from './decode-request.js'

/**
 * What makes two requests the same: operation, parameters of path and query, and body, whatever the order of its keys, its
 * spacing and escapes. An HMAC under the idempotency key, which is not stored: a copy of the store does not let anybody
 * try out payloads.
 *
 * @param exclude places that do not count: `/body/sentAt`, `/query/attempt`.
 */
export async function fingerprintOf(
  call: RoutedCall,
  decoded: DecodedRequest,
  key: string,
  exclude: readonly string[],
): Promise<string> {
  const { operation } = call.operation
  const hash = createHmac('sha256', `tenantkit/1/fingerprint/${key}`)
  const { path } = decoded.parameters
  const query = without(decoded.parameters.query, placesIn(exclude, 'query'))
  const body = await bodyParts(decoded, placesIn(exclude, 'body'))
  const parts = [operation.method, operation.path, canonicalText({ path, query }, []), ...body]
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest('hex')
}

function placesIn(exclude: readonly string[], group: string): readonly (readonly string[])[] {
  const start = `/${group}/`
  return exclude.flatMap((place) => (place.startsWith(start) ? [tokensOf(place.slice(start.length))] : []))
}

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

async function bodyParts(
  { body }: DecodedRequest,
  exclude: readonly (readonly string[])[],
): Promise<readonly string[]> {
  if (!body) return []
  if ('bytes' in body.content) return ['bytes', createHash('sha256').update(body.content.bytes).digest('hex')]
  const files: Blob[] = []
  const text = canonicalText(without(body.content.value, exclude), files)
  const hashes = files.map(async (file) => {
    const content = new Uint8Array(await file.arrayBuffer())
    return `${file.type} ${createHash('sha256').update(content).digest('hex')}`
  })
  return ['value', text, ...(await Promise.all(hashes))]
}

/** JSON with sorted keys. Files are numbered, and their contents hashed beside it. Depth is bounded by the decoder. */
export function canonicalText(value: unknown, files: Blob[]): string {
  if (value instanceof Blob) return `file${files.push(value)}`
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item, files)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const record = value as Readonly<Record<string, unknown>>
    const fields = Object.keys(record)
      .filter((name) => record[name] !== undefined)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonicalText(record[name], files)}`)
    return `{${fields.join(',')}}`
  }
  return value === undefined ? 'null' : JSON.stringify(value)
}
