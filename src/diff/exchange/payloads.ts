import type { HttpOperation, MediaType, Operation, Schema } from '../../contract/model/index.js'
import type { Member } from './body-text.js'
import { messageText } from './message-text.js'
import { placesIn, type Step } from './place-in.js'
import { requestText } from './request-text.js'
import { responseText } from './response-text.js'
import type { Samples } from './samples.js'

/** A payload of an operation, and how what carries it is written down. */
export interface Payload {
  readonly schema: Schema
  /** Undefined when no value is known that has the place in it. `whose`: of the credentials, where there are some. */
  readonly text: (member: Member, whose?: string) => string | undefined
}

/** The payloads of an operation that the API reads, or those that it sends. */
export function payloadsOf(operation: Operation | undefined, samples: Samples, isRead: boolean): readonly Payload[] {
  if (!operation) return []
  if (operation.kind === 'http') {
    return (operation.role === 'path') === isRead ? asked(operation, samples) : answered(operation, samples)
  }
  const { reply, messages, action } = operation
  const isOwn = (action === 'receive') === isRead
  const channel = isOwn ? operation.channel : (reply?.channel ?? operation.channel)
  const home = samples.contract.channels.find(({ key }) => key === channel)
  return (isOwn ? messages : (reply?.messages ?? [])).flatMap((message) =>
    home && message.payload
      ? [{ schema: message.payload, text: (member: Member) => messageText(home, message, samples, [], member) }]
      : [],
  )
}

function asked(operation: HttpOperation, samples: Samples): readonly Payload[] {
  return described(operation.requestBody?.content).map(({ mediaType, schema }) => ({
    schema,
    text: (member, whose) => requestText(operation, samples, { mediaType, member, whose }),
  }))
}

function answered({ responses }: HttpOperation, samples: Samples): readonly Payload[] {
  return responses.flatMap((response) =>
    described(response.content).map(({ mediaType, schema }) => ({
      schema,
      text: (member: Member) => responseText(response, samples, { mediaType, member }),
    })),
  )
}

function described(content: readonly MediaType[] = []) {
  return content.flatMap((mediaType) => (mediaType.schema ? [{ mediaType, schema: mediaType.schema }] : []))
}

/** The nearest place of a schema in the payloads of an operation. */
export function payloadWith(
  schema: Schema,
  operation: Operation | undefined,
  samples: Samples,
  isRead: boolean,
): (Payload & { readonly path: readonly Step[] }) | undefined {
  for (const payload of payloadsOf(operation, samples, isRead))
    for (const place of placesIn(payload.schema, samples.contract, isRead ? 'input' : 'output'))
      if (place.schema === schema) return { ...payload, path: place.path }
  return undefined
}
