import type { Header, MediaType, Response } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import { encode, headerLanguage } from '../wire/index.js'
import { bodyText } from './body-text.js'
import type { Samples } from './samples.js'

/** What a response has beyond what it must have. */
export interface ResponseNeeds {
  readonly header?: Header
  /** Which values of the header will do. Default: any. */
  readonly fits?: (value: JsonValue) => boolean
  /** Default: the first media type of the response, if it has any. */
  readonly mediaType?: MediaType
}

/** The smallest response of this kind, as text; undefined when no value is known for something that must be in it. */
export function responseText(response: Response, samples: Samples, needs: ResponseNeeds = {}): string | undefined {
  const lines: string[] = []
  for (const header of response.headers) {
    const isNeeded = header === needs.header
    if ((!header.required && !isNeeded) || header.name.toLowerCase() === 'content-type') continue
    const textOf = (value: JsonValue): string => encode(headerLanguage(header), value)
    const { fits = () => true } = isNeeded ? needs : {}
    const value = samples.ofParameter(header, (each) => textOf(each) !== '' && fits(each))
    if (value === undefined) return undefined
    lines.push(`${header.name}: ${textOf(value)}`)
  }
  const mediaType = needs.mediaType ?? response.content[0]
  const body = mediaType ? bodyText(mediaType, samples) : []
  return body && [`HTTP/1.1 ${statusOf(response.status)}`, ...lines, ...body].join('\n')
}

/** One status of a range; `default` is what is left, most often a fault. */
function statusOf(status: string): string {
  return status === 'default' ? '500' : status.replaceAll(/x/gi, '0')
}
