import { sameData } from '../../../util/same-data.js'
import { defineDiffRule } from '../../rule.js'
import { orderPlaced } from './example.js'

export const messageContentTypeChanged = defineDiffRule({
  code: 'TK3226',
  name: 'message-content-type-changed',
  directional: true,
  category: 'structural',
  claims: ['message.contentType:added', 'message.contentType:removed', 'message.contentType:changed'],
  summary: 'The payload of a message is of another media type, by itself or by the default of the document.',
  message: 'the content type of `{message}` {what}',
  help: 'Send the new type as another message, or on another channel, until {next}.',
  why: 'The media type says how the bytes of the payload are to be read: whoever expects the old one cannot read the new one. Parameters of the same type, and a type that is said where none was, may change nothing; nobody but those who wrote the code can tell.',
  example: {
    before: orderPlaced('message: { name: order, contentType: application/json, payload: { type: object } }'),
    after: orderPlaced('message: { name: order, contentType: application/xml, payload: { type: object } }'),
    finds: [
      'breaking published-message-content-type-changed send orders: the content type of `order` changed from `application/json` to `application/xml`',
    ],
  },
  judge: ({ action, from, to, before, after }) => {
    const params = { message: after?.name ?? before?.name ?? '', what: whatHappened(action, from, to) }
    if (action === 'added') return { level: 'info', params }
    if (action === 'removed') return { level: 'warning', params }
    const [was, is] = [parsed(String(from)), parsed(String(to))]
    if (was.type !== is.type) return { level: 'breaking', params }
    return sameData(was.parameters, is.parameters) ? undefined : { level: 'warning', params }
  },
})

function whatHappened(action: string, from: unknown, to: unknown): string {
  if (action === 'added') return `is said to be \`${String(to)}\` now`
  if (action === 'removed') return `is not said to be \`${String(from)}\` any more`
  return `changed from \`${String(from)}\` to \`${String(to)}\``
}

/** Type and parameters, without case, quotes and the order of the parameters. */
function parsed(mediaType: string): { readonly type: string; readonly parameters: ReadonlySet<string> } {
  const [type = '', ...parameters] = mediaType.toLowerCase().split(';')
  return {
    type: type.trim(),
    parameters: new Set(parameters.map((part) => part.replaceAll(/["\s]/g, '')).filter(Boolean)),
  }
}
