import type { Contract, Header, MediaType, Message, Operation, Schema } from '../model/index.js'

/** The schemas that stand in operations and channels themselves, in document order. */
export function contentSchemas(contract: Contract): readonly Schema[] {
  return [
    ...contract.operations.flatMap((operation) => [...requestSchemas(operation), ...responseSchemas(operation)]),
    ...contract.channels.flatMap((channel) => [
      ...channel.parameters.map(({ schema }) => schema),
      ...channel.messages.flatMap(messageSchemas),
    ]),
  ]
}

/** Of what comes in with a call: parameters and body; for channels the messages. */
export function requestSchemas(operation: Operation): readonly Schema[] {
  if (operation.kind === 'channel') return operation.messages.flatMap(messageSchemas)
  return [
    ...operation.parameters.flatMap(({ schema, content }) => [...(schema ? [schema] : []), ...mediaSchemas(content)]),
    ...(operation.requestBody?.content.flatMap(mediaSchemas) ?? []),
  ]
}

/** Of what comes back: headers and bodies; for channels the reply's messages. */
export function responseSchemas(operation: Operation): readonly Schema[] {
  if (operation.kind === 'channel') return operation.reply?.messages.flatMap(messageSchemas) ?? []
  return operation.responses.flatMap(({ headers, content }) => [
    ...headers.flatMap(headerSchemas),
    ...content.flatMap(mediaSchemas),
  ])
}

function messageSchemas({ headers, payload }: Message): readonly Schema[] {
  return [...(headers ? [headers] : []), ...(payload ? [payload] : [])]
}

function headerSchemas({ schema, content }: Header): readonly Schema[] {
  return [...(schema ? [schema] : []), ...mediaSchemas(content)]
}

function mediaSchemas(media: MediaType | undefined): readonly Schema[] {
  if (!media) return []
  const encoded = [...media.encoding.values()].flatMap(({ headers }) => headers.flatMap(headerSchemas))
  return [...(media.schema ? [media.schema] : []), ...(media.itemSchema ? [media.itemSchema] : []), ...encoded]
}
