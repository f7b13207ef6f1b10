import type { Contract, Schema, SchemaId } from '../../contract/model/index.js'
import { tokensOf } from '../../util/json-pointer.js'
import type { MaskedValues } from '../masking/masked-values.js'
import { allocateNames, type NameRequest } from './names.js'
import { reservedFileNames, reservedTypeNames } from './reserved.js'
import { schemaUses } from './schema-graph.js'
import type { PlannedMessage, PlannedSchema } from './types.js'

const typeRules = { style: 'pascal', kind: 'schema', reserved: reservedTypeNames, suffix: 'Model' } as const
const fileRules = { style: 'kebab', kind: 'schema', reserved: reservedFileNames, suffix: 'schema' } as const

export interface PlannedTypes {
  readonly schemas: ReadonlyMap<SchemaId, PlannedSchema>
  readonly messages: readonly PlannedMessage[]
}

/** Name, file and use of everything that gets a type of its own: named schemas, targets of references, messages. */
export function planTypes(contract: Contract, masked: MaskedValues): PlannedTypes {
  const uses = schemaUses(contract, masked)
  const messages = messagesOf(contract)
  const requests: NameRequest<string>[] = []
  for (const [id, schema] of contract.schemas) {
    const raw = rawName(id, schema)
    requests.push({ key: `type ${id}`, raw, identity: id })
    if (uses.get(id)?.hasInput) requests.push({ key: `input ${id}`, raw: `${raw} Input`, identity: id })
  }
  for (const { name, message, channel } of messages) {
    const identity = `${channel} ${message.at.document}#${message.at.pointer}`
    if (message.payload) requests.push({ key: `payload ${identity}`, raw: `${name} Payload`, identity })
    if (message.headers) requests.push({ key: `headers ${identity}`, raw: `${name} Headers`, identity })
  }
  const typeNames = allocateNames(requests, typeRules)
  const nameOf = (key: string): string => typeNames.get(key) ?? ''

  const files = allocateNames(
    [
      ...[...contract.schemas.keys()].map((id) => ({ key: `type ${id}`, raw: nameOf(`type ${id}`) })),
      ...messages.map(({ name, channel, message }) => {
        const identity = `${channel} ${message.at.document}#${message.at.pointer}`
        return { key: identity, raw: nameOf(`payload ${identity}`) || nameOf(`headers ${identity}`) || name }
      }),
    ],
    fileRules,
  )
  const schemas = new Map<SchemaId, PlannedSchema>()
  for (const [id, schema] of contract.schemas) {
    const use = uses.get(id) ?? { usedIn: new Set(), inMultipart: false, hasInput: false }
    const file = files.get(`type ${id}`) ?? ''
    schemas.set(id, {
      id,
      schema,
      typeName: nameOf(`type ${id}`),
      ...(use.hasInput && { inputName: nameOf(`input ${id}`) }),
      module: `types/${file}`,
      codecModule: `codecs/${file}`,
      usedIn: use.usedIn,
      inMultipart: use.inMultipart,
    })
  }
  const planned = messages.map(({ channel, message }): PlannedMessage => {
    const identity = `${channel} ${message.at.document}#${message.at.pointer}`
    const headersName = typeNames.get(`headers ${identity}`)
    return {
      message,
      typeName: nameOf(`payload ${identity}`),
      ...(headersName !== undefined && { headersName }),
      module: `types/${files.get(identity) ?? ''}`,
    }
  })
  return { schemas, messages: planned }
}

/** Words of a pointer that say where a schema stands rather than what it is. */
const structural: ReadonlySet<string> = new Set([
  '$defs',
  'additionalProperties',
  'allOf',
  'anyOf',
  'application/json',
  'components',
  'content',
  'definitions',
  'messages',
  'oneOf',
  'paths',
  'properties',
  'requestBodies',
  'responses',
  'schema',
  'schemas',
])

/** The schema's own name; else what its place says: `#/components/schemas/Order/properties/lines` is `Order lines`. */
function rawName(id: SchemaId, schema: Schema): string {
  if (schema.name !== undefined && toPlain(schema.name) !== '') return schema.name
  const [document, pointer] = splitId(id)
  const words = tokensOf(pointer).filter((token) => !structural.has(token))
  if (words.length > 0) return words.join(' ')
  const file = document.split('/').pop() ?? ''
  return file.replace(/(?:\.(?:schema|ya?ml|json|avsc))+$/i, '')
}

function toPlain(name: string): string {
  return name.replace(/[^\p{L}\p{Nd}]/gu, '')
}

function splitId(id: SchemaId): readonly [string, string] {
  const at = id.indexOf('#')
  return at < 0 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)]
}

interface NamedMessage {
  readonly name: string
  readonly channel: string
  readonly message: Contract['channels'][number]['messages'][number]
}

/** Each message once, however many channels carry it. */
function messagesOf(contract: Contract): readonly NamedMessage[] {
  const found = new Map<string, NamedMessage>()
  for (const channel of contract.channels) {
    for (const message of channel.messages) {
      const place = `${message.at.document}#${message.at.pointer}`
      if (!found.has(place)) found.set(place, { name: message.name, channel: channel.key, message })
    }
  }
  return [...found.values()].filter(({ message }) => message.payload ?? message.headers)
}
