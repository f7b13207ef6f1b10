import { ConfigurationError } from '../error/index.js'

/** Secrets by id, and the one that writes now. */
export interface MasterKeys {
  readonly current: string
  readonly keys: ReadonlyMap<string, Uint8Array>
}

/**
 * Reads `{"current": "2026-01", "keys": {"2026-01": "<32 bytes in base64>"}}`. `source` names where the text is from; the
 * text itself never gets into an error.
 *
 * @throws ConfigurationError when the text is not of this form.
 */
export function parseMasterKeys(text: string, source: string): MasterKeys {
  const refuse = (what: string): never => {
    throw new ConfigurationError(`${source} ${what}`)
  }
  const document = parseJson(text) ?? refuse('is no JSON object')
  const listed = asRecord(document['keys']) ?? refuse('has no object `keys`')
  const keys = new Map<string, Uint8Array>()
  for (const [id, encoded] of Object.entries(listed)) {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) refuse('has a key id that is not made of letters, digits, _ and -')
    const secret = typeof encoded === 'string' ? Buffer.from(encoded, 'base64') : Buffer.alloc(0)
    if (secret.length !== 32) refuse('has a key that is not 32 bytes in base64')
    keys.set(id, secret)
  }
  const current = document['current']
  if (typeof current !== 'string' || !keys.has(current)) return refuse('has a `current` that is none of its keys')
  return { current, keys }
}

function parseJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asRecord(JSON.parse(text))
  } catch {
    return undefined
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}
