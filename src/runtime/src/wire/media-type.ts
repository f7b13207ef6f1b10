import type { WireMedia } from './types.js'

/** RFC 9110, section 8.3.1. Type, subtype and parameter names in lower case. */
export interface MediaType {
  /** `application/json`. */
  readonly essence: string
  readonly type: string
  readonly subtype: string
  readonly parameters: ReadonlyMap<string, string>
}

const token = "[\\w!#$%&'*+.^`|~-]+"
const head = new RegExp(`^[ \\t]*(${token})/(${token})[ \\t]*(?=;|$)`)
const parameter = new RegExp(`;[ \\t]*(?:(${token})=(?:(${token})|"((?:[^"\\\\]|\\\\.)*)"))?[ \\t]*(?=;|$)`, 'y')

/** Undefined for what is no media type. */
export function parseMediaType(text: string): MediaType | undefined {
  const match = head.exec(text)
  if (!match || text.length > 1000) return undefined
  const type = (match[1] ?? '').toLowerCase()
  const subtype = (match[2] ?? '').toLowerCase()
  const parameters = new Map<string, string>()
  parameter.lastIndex = match[0].length
  while (parameter.lastIndex < text.length) {
    const [piece, name, plain, quoted] = parameter.exec(text) ?? []
    if (piece === undefined) return undefined
    const value = plain ?? quoted?.replace(/\\(.)/g, '$1')
    if (name !== undefined && value !== undefined && !parameters.has(name.toLowerCase())) {
      parameters.set(name.toLowerCase(), value)
    }
  }
  return { essence: `${type}/${subtype}`, type, subtype, parameters }
}

/** `application/json`, `text/json` and everything with the suffix `+json` (RFC 6839, section 3.1). */
export function isJsonType(mediaType: string): boolean {
  return /^(?:application\/json|text\/json|[^;]+\+json)$/.test(parseMediaType(mediaType)?.essence ?? '')
}

/**
 * The declared media type that a `Content-Type` falls under, the most particular one; undefined when there is none. Where
 * JSON is declared under one name and comes under another it matches too, unless it is a problem (RFC 9457).
 */
export function matchMedia<Media extends WireMedia>(content: readonly Media[], contentType: string): Media | undefined {
  // Most senders write what is declared, as it is declared.
  const same = contentType.includes(';') ? undefined : content.find(({ mediaType }) => mediaType === contentType)
  if (same) return same
  const given = parseMediaType(contentType)
  if (!given) return undefined
  let best: Media | undefined
  let bestRank = 0
  for (const media of content) {
    const rank = rankOf(media.mediaType, given)
    if (rank > bestRank) [best, bestRank] = [media, rank]
  }
  if (best || !isJsonType(given.essence) || isProblemType(given)) return best
  return content.find(({ mediaType, kind }) => kind === 'json' && !mediaType.startsWith('application/problem+json'))
}

function isProblemType({ essence }: MediaType): boolean {
  return essence === 'application/problem+json'
}

/** 0 when it does not match. */
function rankOf(range: string, given: MediaType): number {
  const declared = parseMediaType(range)
  if (!declared) return 0
  if (declared.essence === given.essence) {
    if (declared.parameters.size === 0) return 4
    const same = [...declared.parameters].every(
      ([name, value]) => given.parameters.get(name)?.toLowerCase() === value.toLowerCase(),
    )
    return same ? 5 : 3
  }
  if (declared.subtype !== '*') return 0
  if (declared.type === given.type) return 2
  return declared.type === '*' ? 1 : 0
}
