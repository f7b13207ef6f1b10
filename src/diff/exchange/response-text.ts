import type { Header, MediaType, Operation, Response } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import { coverOf, isSuccess } from '../http/status.js'
import { encode, headerLanguage } from '../wire/index.js'
import { bodyText, type Member } from './body-text.js'
import type { Samples } from './samples.js'

/** What a response has beyond what it must have. */
export interface ResponseNeeds {
  readonly header?: Header
  /** Which values of the header will do. Default: any. */
  readonly fits?: (value: JsonValue) => boolean
  /** The text of the header, in place of a value; undefined: without it. */
  readonly text?: string | undefined
  /** Default: the first media type of the response, if it has any. */
  readonly mediaType?: MediaType
  /** What must be in the body. */
  readonly member?: Member | undefined
  /** The body itself, in place of a sample. */
  readonly value?: JsonValue | undefined
  /** Default: that of the response. */
  readonly status?: string
}

/** The smallest response of this kind, as text; undefined when no value is known for something that must be in it. */
export function responseText(response: Response, samples: Samples, needs: ResponseNeeds = {}): string | undefined {
  const lines: string[] = []
  for (const header of response.headers) {
    const isNeeded = header === needs.header
    if ((!header.required && !isNeeded) || header.name.toLowerCase() === 'content-type') continue
    if (isNeeded && 'text' in needs) {
      if (needs.text !== undefined) lines.push(`${header.name}: ${needs.text}`)
      continue
    }
    const textOf = (value: JsonValue): string => headerText(header, value)
    const { fits = () => true } = isNeeded ? needs : {}
    const value = samples.ofParameter(header, (each) => textOf(each) !== '' && fits(each))
    if (value === undefined) return undefined
    lines.push(`${header.name}: ${textOf(value)}`)
  }
  const mediaType = needs.mediaType ?? response.content[0]
  const body = mediaType ? bodyText(mediaType, samples, needs) : []
  return body && [`HTTP/1.1 ${statusOf(needs.status ?? response.status)}`, ...lines, ...body].join('\n')
}

/** The value as the header carries it; what has a media type of its own is one text. */
export function headerText(header: Header, value: JsonValue): string {
  return header.content?.mediaType.includes('json') ? JSON.stringify(value) : encode(headerLanguage(header), value)
}

/** One status of a range; `default` is what is left, most often a fault. */
function statusOf(status: string): string {
  return status === 'default' ? '500' : status.replaceAll(/x/gi, '0')
}

/** The first success of the operation; undefined where no value is known for it. */
export function successText(
  operation: Operation | undefined,
  samples: Samples,
  needs?: ResponseNeeds,
): string | undefined {
  const response = responsesOf(operation).find(({ status }) => isSuccess(status))
  return response && responseText(response, samples, needs)
}

/**
 * How the operation refuses: as the contract describes one of these statuses, the most likely first; else by the status
 * alone.
 */
export function refusalText(
  operation: Operation | undefined,
  statuses: readonly [string, ...string[]],
  samples: Samples,
): string {
  const responses = responsesOf(operation)
  for (const status of statuses) {
    const response = responses.find((each) => each.status === status) ?? coverOf(status, responses)
    const text = response && responseText(response, samples, { status })
    if (text !== undefined) return text
  }
  return `HTTP/1.1 ${statuses[0]}`
}

export function responsesOf(operation: Operation | undefined): readonly Response[] {
  return operation?.kind === 'http' ? operation.responses : []
}
