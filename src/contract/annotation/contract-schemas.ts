import type {
  Annotated,
  Classification,
  Contract,
  Header,
  MediaType,
  Message,
  Operation,
  Schema,
} from '../model/index.js'

/** A schema that stands in an operation or a channel, with what the part that holds it says of its class. */
export interface Content {
  readonly schema: Schema
  readonly container?: Annotated<Classification>
}

/** What a container says for those of its parts that say nothing. */
export function handedDown({ value: { sensitivity, category }, at }: Annotated<Classification>) {
  const value: Classification = { ...(sensitivity && { sensitivity }), ...(category !== undefined && { category }) }
  return { value, at, inherited: true } satisfies Annotated<Classification>
}

/** Bodies and messages, in document order. */
export function bodyContents(contract: Contract): readonly Content[] {
  return [
    ...contract.operations.flatMap((operation) => [...requestBodies(operation), ...responseBodies(operation)]),
    ...contract.channels.flatMap(({ messages }) => messages.flatMap(messageContents)),
  ]
}

/** Parameters and headers, in document order. */
export function parameterContents(contract: Contract): readonly Content[] {
  return [
    ...contract.operations.flatMap((operation) => [...requestParameters(operation), ...responseHeaders(operation)]),
    ...contract.channels.flatMap(({ parameters }) => parameters.map(({ schema }) => ({ schema }))),
  ]
}

/** The schemas of what comes in with a call: parameters and body; for channels the messages. */
export function requestSchemas(operation: Operation): readonly Schema[] {
  return [...requestParameters(operation), ...requestBodies(operation)].map(({ schema }) => schema)
}

/** The schemas of what comes back: headers and bodies; for channels the reply's messages. */
export function responseSchemas(operation: Operation): readonly Schema[] {
  return [...responseHeaders(operation), ...responseBodies(operation)].map(({ schema }) => schema)
}

function requestParameters(operation: Operation): readonly Content[] {
  if (operation.kind === 'channel') return []
  return operation.parameters.flatMap(({ schema, content, classification }) => [
    ...held(schema, classification),
    ...(content ? mediaContents(content, classification) : []),
  ])
}

function requestBodies(operation: Operation): readonly Content[] {
  if (operation.kind === 'channel') return operation.messages.flatMap(messageContents)
  const { requestBody } = operation
  return requestBody?.content.flatMap((media) => mediaContents(media, requestBody.classification)) ?? []
}

function responseHeaders(operation: Operation): readonly Content[] {
  return operation.kind === 'channel'
    ? []
    : operation.responses.flatMap(({ headers }) => headers.flatMap(headerContents))
}

function responseBodies(operation: Operation): readonly Content[] {
  if (operation.kind === 'channel') return operation.reply?.messages.flatMap(messageContents) ?? []
  return operation.responses.flatMap(({ content, classification }) =>
    content.flatMap((media) => mediaContents(media, classification)),
  )
}

function messageContents({ headers, payload, classification }: Message): readonly Content[] {
  return [...held(headers, classification), ...held(payload, classification)]
}

function headerContents({ schema, content, classification }: Header): readonly Content[] {
  return [...held(schema, classification), ...(content ? mediaContents(content, classification) : [])]
}

function mediaContents(media: MediaType, outer: Annotated<Classification> | undefined): readonly Content[] {
  const classification = media.classification ?? outer
  const encoded = [...media.encoding.values()].flatMap(({ headers }) => headers.flatMap(headerContents))
  return [...held(media.schema, classification), ...held(media.itemSchema, classification), ...encoded]
}

function held(schema: Schema | undefined, classification: Annotated<Classification> | undefined): readonly Content[] {
  return schema ? [{ schema, ...(classification && { container: handedDown(classification) }) }] : []
}
