import { createHash, createHmac } from 'node:crypto'
import type { RoutedCall } from './call.js'
import type { DecodedRequest } from './decode-request.js'

/**
 * What makes two requests the same: operation, parameters of path and query, and body, whatever the order of its keys, its
 * spacing and escapes. An HMAC under the idempotency key, which is not stored: a copy of the store does not let anybody
 * try out payloads.
 */
export async function fingerprintOf(call: RoutedCall, decoded: DecodedRequest, key: string): Promise<string> {
  const { operation } = call.operation
  const hash = createHmac('sha256', `tenantkit/1/fingerprint/${key}`)
  const { path, query } = decoded.parameters
  const parts = [operation.method, operation.path, canonicalText({ path, query }, []), ...(await bodyParts(decoded))]
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest('hex')
}

async function bodyParts({ body }: DecodedRequest): Promise<readonly string[]> {
  if (!body) return []
  if ('bytes' in body.content) return ['bytes', createHash('sha256').update(body.content.bytes).digest('hex')]
  const files: Blob[] = []
  const text = canonicalText(body.content.value, files)
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
