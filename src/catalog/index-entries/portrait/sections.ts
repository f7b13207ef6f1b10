import type {
  ChannelOperation,
  Contract,
  Header,
  HttpOperation,
  MediaType,
  Message,
  Operation,
  Parameter,
  Response,
  Schema,
} from '../../../contract/model/index.js'
import type { PartRow, PartSection } from '../../model/index.js'
import { clip, lengths } from './clip.js'
import { notesOf } from './notes.js'
import { rowOf, rowsBelow } from './rows.js'
import { typeWords } from './type-words.js'

/** A section whose rows are made as far as there is room for them. */
export type OpenSection = Omit<PartSection, 'rows'> & { readonly rows: Iterable<PartRow> }

/** What goes in and comes out, in the order in which it is sent. */
export function sectionsOf(operation: Operation, contract: Contract): Iterable<OpenSection> {
  return operation.kind === 'http' ? exchangeOf(operation, contract) : messagesOf(operation, contract)
}

/** Of a schema by itself. */
export function schemaSection(schema: Schema, contract: Contract, title: string): OpenSection {
  return { title, type: typeWords(schema, contract), notes: notesOf(schema), rows: rowsBelow(schema, contract) }
}

function* exchangeOf({ parameters, requestBody, responses }: HttpOperation, contract: Contract) {
  if (parameters.length > 0)
    yield { title: 'Parameters', notes: [], rows: mapped(parameters, (each) => parameterRow(each, contract)) }
  if (requestBody) {
    const notes = requestBody.required ? ['required'] : []
    yield* contentSections('Request', requestBody.content, { ...described(requestBody), notes, contract })
  }
  for (const response of responses) yield* responseSections(response, contract)
}

function* responseSections(response: Response, contract: Contract): Generator<OpenSection> {
  const { status, content, headers } = response
  const title = `Response ${clip(status, lengths.note)}`
  if (content.length === 0) yield { title, ...described(response), notes: ['no body'], rows: [] }
  yield* contentSections(title, content, { ...described(response), notes: [], contract })
  if (headers.length > 0)
    yield { title: `${title}, headers`, notes: [], rows: mapped(headers, (header) => headerRow(header, contract)) }
}

interface ContentOptions {
  readonly description?: string
  readonly notes: readonly string[]
  readonly contract: Contract
}

function* contentSections(
  title: string,
  content: readonly MediaType[],
  { contract, notes, ...rest }: ContentOptions,
): Generator<OpenSection> {
  for (const { mediaType, schema, itemSchema } of content) {
    const shown = schema ?? itemSchema
    const all = schema || !itemSchema ? notes : [...notes, 'item by item']
    const named = `${title}, ${clip(mediaType, lengths.note)}`
    if (!shown) yield { title: named, ...rest, notes: all, rows: [] }
    else {
      const section = schemaSection(shown, contract, named)
      yield { ...section, ...rest, notes: [...all, ...section.notes] }
    }
  }
}

function* messagesOf({ channel, messages, reply }: ChannelOperation, contract: Contract): Generator<OpenSection> {
  const parameters = contract.channels.find(({ key }) => key === channel)?.parameters ?? []
  if (parameters.length > 0) {
    const rows = mapped(parameters, ({ name, schema, description, tenantKey }) => {
      const row = rowOf(schema, name, { contract, isRequired: true })
      const notes = [...row.notes, 'in the address', ...(tenantKey ? ['names the tenant'] : [])]
      return { ...row, notes, ...(description !== undefined && { description: clip(description, lengths.line) }) }
    })
    yield { title: 'Parameters', notes: [], rows }
  }
  for (const message of messages) yield* messageSections('Message', message, contract)
  for (const message of reply?.messages ?? []) yield* messageSections('Reply', message, contract)
}

function* messageSections(word: string, message: Message, contract: Contract): Generator<OpenSection> {
  const { name, contentType, payload, headers, deprecated } = message
  const kind = contentType === undefined ? '' : `, ${clip(contentType, lengths.note)}`
  const title = `${word} ${clip(name, lengths.note)}${kind}`
  const said = { ...described({ description: message.description ?? message.summary }) }
  const notes = deprecated ? ['deprecated'] : []
  if (payload) {
    const section = schemaSection(payload, contract, title)
    yield { ...section, ...said, notes: [...notes, ...section.notes] }
  } else yield { title, ...said, notes: [...notes, 'no payload'], rows: [] }
  if (headers) yield schemaSection(headers, contract, `${word} ${clip(name, lengths.note)}, headers`)
}

function parameterRow(parameter: Parameter, contract: Contract): PartRow {
  const { name, required, in: place, deprecated, tenantKey, description } = parameter
  const notes = [`in the ${place}`, ...(deprecated ? ['deprecated'] : []), ...(tenantKey ? ['names the tenant'] : [])]
  return valueRow({ ...parameter, name, required, description }, notes, contract)
}

function headerRow(header: Header, contract: Contract): PartRow {
  return valueRow(header, header.deprecated ? ['deprecated'] : [], contract)
}

type Value = Pick<Parameter, 'name' | 'required' | 'classification'> & {
  readonly description?: string | undefined
  readonly schema?: Schema
  readonly content?: MediaType
}

/** What a parameter says of itself goes before what its schema says. */
function valueRow(value: Value, notes: readonly string[], contract: Contract): PartRow {
  const { name, required: isRequired, description, content, classification } = value
  const schema = value.schema ?? content?.schema
  const written = content ? [`written as ${clip(content.mediaType, lengths.note)}`] : []
  const bare = { name: clip(name, lengths.name), type: [{ text: 'any text' }], notes: [] }
  const row = schema ? rowOf(schema, name, { contract, isRequired }) : bare
  const { sensitivity, category } = classification?.value ?? {}
  return {
    ...row,
    ...(isRequired && { required: true as const }),
    ...(description !== undefined && { description: clip(description, lengths.line) }),
    notes: [...new Set([...notes, ...written, ...row.notes])],
    ...(sensitivity !== undefined && { sensitivity }),
    ...(category !== undefined && { category }),
  }
}

function described({ description }: { readonly description?: string | undefined }) {
  return description === undefined ? {} : { description: clip(description, lengths.line) }
}

function* mapped<From, To>(from: readonly From[], to: (each: From) => To): Generator<To> {
  for (const each of from) yield to(each)
}
