import { defineDiffRule } from '../../rule.js'
import { orderPlaced } from './example.js'
import { jsonSchema, languageOf } from './schema-language.js'

export const messageSchemaFormatChanged = defineDiffRule({
  code: 'TK3227',
  name: 'message-schema-format-changed',
  directional: true,
  category: 'structural',
  claims: ['message.schemaFormat:added', 'message.schemaFormat:removed', 'message.schemaFormat:changed'],
  summary: 'The payload of a message is described in another language.',
  message: 'the payload of `{message}` is described as {to}, and was as {from}',
  help: 'Send the new format as another message, or on another channel, until {next}.',
  why: 'Avro, Protobuf and JSON Schema describe different bytes: whoever reads the one cannot read the other. Between dialects of JSON Schema nothing is said, since the payload itself is compared; between versions of another language nobody can tell here.',
  example: {
    before: orderPlaced(
      'message: { name: order, schemaFormat: application/vnd.apache.avro;version=1.9.0, payload: { type: string } }',
    ),
    after: orderPlaced('message: { name: order, payload: { type: string } }'),
    finds: [
      'breaking published-message-schema-format-changed send orders: the payload of `order` is described as JSON Schema, and was as `application/vnd.apache.avro;version=1.9.0`',
    ],
  },
  judge: ({ from, to, before, after }) => {
    const [was, is] = [languageOf(from), languageOf(to)]
    if (was === is && was === jsonSchema) return undefined
    const standing = {
      ...(before?.payload && { before: { at: before.payload.at } }),
      ...(after?.payload && { after: { at: after.payload.at } }),
    }
    const params = { message: after?.name ?? before?.name ?? '', from: named(from), to: named(to) }
    if (was !== is) return { level: 'breaking', params, ...standing }
    return {
      level: 'warning',
      params,
      witness: { unknown: 'the language of the schema is not understood' },
      ...standing,
    }
  },
})

function named(format: unknown): string {
  return languageOf(format) === jsonSchema ? jsonSchema : `\`${String(format)}\``
}
