import type { Header } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { operation } from './example.js'
import { ownerOf } from './header-added.js'

export const headerNotationChanged = defineDiffRule({
  code: 'TK3149',
  name: 'header-notation-changed',
  directional: true,
  category: 'structural',
  claims: ['header.explode:set', 'header.explode:unset', 'header.schema:added', 'header.schema:removed'],
  summary: 'The same value of a header is written differently.',
  message: 'the header `{name}` of the {of} is written {to} instead of {from}',
  help: 'Send the new way under another name until {next}.',
  why: 'Objects have two ways to be written in a header (`a,1,b,2` and `a=1,b=2`), and a media type is a third. A reader of one does not understand the others.',
  example: {
    before: operation(
      'get /orders',
      'listOrders',
      "responses: { '204': { description: None., headers: { X-Page: { schema: { type: object } } } } }",
    ),
    after: operation(
      'get /orders',
      'listOrders',
      "responses: { '204': { description: None., headers: { X-Page: { explode: true, schema: { type: object } } } } }",
    ),
    finds: [
      'breaking response-header-notation-changed GET /orders: the header `X-Page` of the response 204 is written `a=1,b=2` instead of `a,1,b,2`',
    ],
  },
  judge: ({ key, before, after, place }) => {
    if (!before || !after) return undefined
    // A schema that comes or goes alone: see `media-type-schema-added`.
    if (key.startsWith('header.schema:') && !before.content && !after.content) return undefined
    return {
      level: 'breaking',
      params: { name: after.name, of: ownerOf(place.location), from: wayOf(before, key), to: wayOf(after, key) },
    }
  },
})

function wayOf({ content, explode }: Header, key: string): string {
  if (content) return `as \`${content.mediaType}\``
  return key.startsWith('header.schema:') ? 'as plain text' : explode ? '`a=1,b=2`' : '`a,1,b,2`'
}
