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
  /** A member that must be in the body. */
  readonly member?: Member
  /** Default: the first alternative that the operation lets in. */
  readonly credentials?: SecurityRequirement
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
  const { lines, query } = credentialsOf(needs.credentials ?? operation.security[0] ?? anonymous, samples.contract)
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
  return [`${operation.method.toUpperCase()} ${target}`, ...of('header'), ...cookie, ...lines, ...body].join('\n')
}

const anonymous: SecurityRequirement = { schemes: new Map(), at: { document: '', pointer: '' } }

function bodyOf({ requestBody }: HttpOperation, samples: Samples, needs: RequestNeeds): readonly string[] | undefined {
  if (!requestBody || !(requestBody.required || needs.mediaType)) return []
  const mediaType = needs.mediaType ?? requestBody.content[0]
  return mediaType ? bodyText(mediaType, samples, needs.member) : []
}

/** `state=open` in a query or a cookie, `X-Trace: 1` as a header, the text alone in a path. */
function textOfParameter(parameter: Parameter, samples: Samples, needs: RequestNeeds): string | undefined {
  const { fits = () => true } = parameter === needs.parameter ? needs : {}
  const isWritten = (value: JsonValue): boolean => parameterText(parameter, value) !== '' && fits(value)
  const value = samples.ofParameter(parameter, isWritten)
  if (value === undefined) return undefined
  const text = parameterText(parameter, value)
  return parameter.in === 'header' ? `${parameter.name}: ${text}` : text
}
