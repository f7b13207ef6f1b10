import { decodeCookies } from './decode-cookie.js'
import { decodeHeader } from './decode-header.js'
import { decodePathParameter } from './decode-path.js'
import { decodeQuery } from './decode-query.js'
import { refuser, type WireIssue } from './issue.js'
import { own, setOwn } from './record.js'
import type { WireParameter } from './types.js'

/** What a server has of a request before anything is decoded. */
export interface RawParameters {
  /** By name in the template; each still percent-encoded, as it stands in the path. */
  readonly path: Readonly<Record<string, string>>
  /** Without `?`. */
  readonly query: string
  /** All lines of a header, in order; its name in lower case. Read them from the raw headers: joined ones hide duplicates. */
  readonly header: (name: string) => readonly string[]
}

/** By property name. A `querystring` parameter is in `query`. */
export interface DecodedParameters {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, unknown>>
  readonly cookies: Readonly<Record<string, unknown>>
  /** Not empty: the call must be refused. */
  readonly issues: readonly WireIssue[]
}

export function decodeParameters(parameters: readonly WireParameter[], raw: RawParameters): DecodedParameters {
  const issues: WireIssue[] = []
  const path: Record<string, unknown> = {}
  const headers: Record<string, unknown> = {}
  for (const parameter of parameters) {
    const property = parameter.property ?? parameter.name
    if (parameter.in === 'path') {
      const text = own(raw.path, parameter.name)
      if (text === undefined) refuser(issues, 'path', parameter.name)('required', 'a value')
      else setOwn(path, property, decodePathParameter(parameter, text, issues))
    } else if (parameter.in === 'header') {
      const value = decodeHeader(parameter, raw.header(parameter.name.toLowerCase()), issues)
      if (value !== undefined) setOwn(headers, property, value)
    }
  }
  const query = decodeQuery(parameters, raw.query, issues)
  const cookies = decodeCookies(parameters, raw.header('cookie'), issues)
  return { path, query, headers, cookies, issues }
}
