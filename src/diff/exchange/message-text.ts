import type { Channel, Message } from '../../contract/model/index.js'
import { isObject } from '../../util/own.js'
import { textOf } from '../wire/index.js'
import { bodyText, type Member } from './body-text.js'
import type { Samples } from './samples.js'

/**
 * The smallest message of this kind on its channel, as text; undefined when no value is known for what must be in it.
 * `around`: lines of what carries it. `member`: what must be in the payload.
 */
export function messageText(
  channel: Channel,
  message: Message,
  samples: Samples,
  around: readonly string[] = [],
  member?: Member,
): string | undefined {
  const address = addressText(channel, samples)
  if (address === undefined) return undefined
  const headers = message.headers ? samples.ofBody(message.headers) : {}
  if (!isObject(headers)) return undefined
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${textOf(value)}`)
  const mediaType = message.contentType ?? 'application/json'
  const isForeign = message.schemaFormat !== undefined && !/json|asyncapi|openapi/i.test(message.schemaFormat)
  const body =
    message.payload && !isForeign
      ? bodyText({ mediaType, schema: message.payload }, samples, { member })
      : [`Content-Type: ${mediaType}`, '', '…']
  return body && [`channel ${address}`, ...around, ...lines, ...body].join('\n')
}

function addressText({ address, key, parameters }: Channel, samples: Samples): string | undefined {
  let text = address ?? key
  for (const parameter of parameters) {
    const value = samples.ofParameter(parameter, (each) => textOf(each) !== '')
    if (value === undefined) return undefined
    text = text.replaceAll(`{${parameter.name}}`, () => textOf(value))
  }
  return text
}
