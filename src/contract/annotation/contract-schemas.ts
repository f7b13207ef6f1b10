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
  const found: Content[] = []
  for (const operation of contract.operations) {
    addRequestBodies(operation, found)
    addResponseBodies(operation, found)
  }
  for (const { messages } of contract.channels) addMessages(messages, found)
  return found
}

/** Parameters and headers, in document order. */
export function parameterContents(contract: Contract): readonly Content[] {
  const found: Content[] = []
  for (const operation of contract.operations) {
    addRequestParameters(operation, found)
    addResponseHeaders(operation, found)
  }
  for (const { parameters } of contract.channels) for (const { schema } of parameters) found.push({ schema })
  return found
}

/** The schemas of what comes in with a call: parameters and body; for channels the messages. */
export function requestSchemas(operation: Operation): readonly Schema[] {
  const found: Content[] = []
  addRequestParameters(operation, found)
  addRequestBodies(operation, found)
  return found.map(({ schema }) => schema)
}

/** The schemas of what comes back: headers and bodies; for channels the reply's messages. */
export function responseSchemas(operation: Operation): readonly Schema[] {
  const found: Content[] = []
  addResponseHeaders(operation, found)
  addResponseBodies(operation, found)
  return found.map(({ schema }) => schema)
}

function addRequestParameters(operation: Operation, found: Content[]): void {
  if (operation.kind === 'channel') return
  for (const { schema, content, classification } of operation.parameters) {
    add(schema, classification, found)
    if (content) addMedia(content, classification, found)
  }
}

function addRequestBodies(operation: Operation, found: Content[]): void {
  if (operation.kind === 'channel') addMessages(operation.messages, found)
  else if (operation.requestBody) {
    const { content, classification } = operation.requestBody
    for (const media of content) addMedia(media, classification, found)
  }
}

function addResponseHeaders(operation: Operation, found: Content[]): void {
  if (operation.kind === 'channel') return
  for (const { headers } of operation.responses) addHeaders(headers, found)
}

function addResponseBodies(operation: Operation, found: Content[]): void {
  if (operation.kind === 'channel') addMessages(operation.reply?.messages ?? [], found)
  else {
    for (const { content, classification } of operation.responses) {
      for (const media of content) addMedia(media, classification, found)
    }
  }
}

function addMessages(messages: readonly Message[], found: Content[]): void {
  for (const { headers, payload, classification } of messages) {
    add(headers, classification, found)
    add(payload, classification, found)
  }
}

function addHeaders(headers: readonly Header[], found: Content[]): void {
  for (const { schema, content, classification } of headers) {
    add(schema, classification, found)
    if (content) addMedia(content, classification, found)
  }
}

function addMedia(media: MediaType, outer: Annotated<Classification> | undefined, found: Content[]): void {
  const classification = media.classification ?? outer
  add(media.schema, classification, found)
  add(media.itemSchema, classification, found)
  for (const { headers } of media.encoding.values()) addHeaders(headers, found)
}

function add(
  schema: Schema | undefined,
  classification: Annotated<Classification> | undefined,
  found: Content[],
): void {
  if (schema) found.push(classification ? { schema, container: handedDown(classification) } : { schema })
}
