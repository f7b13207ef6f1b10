import type { HttpOperation, MediaType, Parameter, SecurityRequirement } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import { parameterText } from '../wire/index.js'
import { bodyText, type Member } from './body-text.js'
import { credentialsOf } from './credentials.js'
import type { Samples } from './samples.js'

/** What a request has beyond what it must have. */
export interface RequestNeeds {
  /** Also where it may be left out. */
  readonly parameter?: Parameter
  /** Which values of the parameter will do. Default: any. */
  readonly fits?: (value: JsonValue) => boolean
  /** The text of the parameter, in place of a value. */
  readonly text?: string
  /** A body of this type, also where none has to be sent. */
  readonly mediaType?: MediaType
  /** What must be in the body. */
  readonly member?: Member
  /** Default: the first alternative that the operation lets in. */
  readonly credentials?: SecurityRequirement
  /** Whose they are, or what they say: `of another tenant`. */
  readonly whose?: string | undefined
  /** Lines of the head that no parameter has to describe; left out where one of that name is there anyway. */
  readonly lines?: readonly string[]
  /** In front of the path. */
  readonly server?: string
}

/**
 * The smallest request that the operation takes, as text; undefined when no value is known for something that must be in
 * it, so that what is written down is always accepted.
 */
export function requestText(operation: HttpOperation, samples: Samples, needs: RequestNeeds = {}): string | undefined {
  const texts = new Map<Parameter, string>()
  for (const parameter of operation.parameters) {
    const isNeeded = parameter === needs.parameter
    if (!parameter.required && !isNeeded) continue
    const text = isNeeded && needs.text !== undefined ? needs.text : textOfParameter(parameter, samples, needs)
    if (text === undefined) return undefined
    texts.set(parameter, text)
  }
  const body = bodyOf(operation, samples, needs)
  if (body === undefined) return undefined
  const credentials = needs.credentials ?? operation.security[0] ?? anonymous
  const { lines, query } = credentialsOf(credentials, samples.contract, needs.whose)
  const of = (...places: readonly Parameter['in'][]): readonly string[] =>
    [...texts].flatMap(([parameter, text]) => (places.includes(parameter.in) && text !== '' ? [text] : []))
  const path = operation.path.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => {
    const found = operation.parameters.find((each) => each.in === 'path' && each.name === name)
    return (found && texts.get(found)) ?? whole
  })
  const queries = [...of('query', 'querystring'), ...query]
  const target = `${needs.server ?? ''}${path}${queries.length > 0 ? `?${queries.join('&')}` : ''}`
  const cookies = of('cookie')
  const cookie = cookies.length > 0 ? [`Cookie: ${cookies.join('; ')}`] : []
  const headers = of('header')
  const further = (needs.lines ?? []).filter((line) => !headers.some((header) => nameOf(header) === nameOf(line)))
  const head = [`${operation.method.toUpperCase()} ${target}`, ...headers, ...further, ...cookie, ...lines]
  return [...head, ...body].join('\n')
}

/** Of a line of the head; they are the same in any case (RFC 9110, section 5.1). */
function nameOf(line: string): string {
  return line.slice(0, line.indexOf(':')).toLowerCase()
}

/** Nothing is asked for. */
export const anonymous: SecurityRequirement = { schemes: new Map(), at: { document: '', pointer: '' } }

function bodyOf({ requestBody }: HttpOperation, samples: Samples, needs: RequestNeeds): readonly string[] | undefined {
  if (!requestBody || !(requestBody.required || needs.mediaType || needs.member)) return []
  const mediaType = needs.mediaType ?? requestBody.content[0]
  return mediaType ? bodyText(mediaType, samples, { member: needs.member }) : []
}

/** `state=open` in a query or a cookie, `X-Trace: 1` as a header, the text alone in a path. */
export function writtenParameter(parameter: Parameter, value: JsonValue): string {
  const text = parameterText(parameter, value)
  return parameter.in === 'header' ? `${parameter.name}: ${text}` : text
}

function textOfParameter(parameter: Parameter, samples: Samples, needs: RequestNeeds): string | undefined {
  const { fits = () => true } = parameter === needs.parameter ? needs : {}
  const isWritten = (value: JsonValue): boolean => parameterText(parameter, value) !== '' && fits(value)
  const value = samples.ofParameter(parameter, isWritten)
  return value === undefined ? undefined : writtenParameter(parameter, value)
}
