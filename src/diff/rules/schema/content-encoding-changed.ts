import { defineDiffRule } from '../../rule.js'
import { exampleContract } from '../example-contract.js'
import { shown, subjectOf } from '../subject-of.js'

export const contentEncodingChanged = defineDiffRule({
  code: 'TK3055',
  name: 'content-encoding-changed',
  directional: true,
  category: 'structural',
  claims: [
    'schema.contentEncoding:added',
    'schema.contentEncoding:removed',
    'schema.contentEncoding:changed',
    'schema.contentMediaType:added',
    'schema.contentMediaType:removed',
    'schema.contentMediaType:changed',
  ],
  summary: 'A text carries bytes in another way, or bytes of another kind.',
  message: '`{keyword}` of {subject} went from {from} to {to}',
  help: 'Go on accepting the old way until {next}.',
  helpForSending: 'Go on sending the old way until {next}.',
  why: 'Both sides must agree on how bytes are written into a text, and on what they are; a schema does not check it. What is only said now, or no longer, may have been so all along: that is a warning.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { quantity: { type: string, contentEncoding: base64 } } }',
    }),
    after: exampleContract({
      request: '{ type: object, properties: { quantity: { type: string, contentEncoding: base16 } } }',
    }),
    finds: [
      'breaking request-content-encoding-changed POST /orders: `contentEncoding` of `quantity` went from `base64` to `base16`',
    ],
  },
  judge: (edit) => ({
    level: edit.action === 'changed' ? 'breaking' : 'warning',
    params: {
      keyword: edit.field ?? '',
      subject: subjectOf(edit),
      from: edit.from === undefined ? 'none' : `\`${shown(edit.from)}\``,
      to: edit.to === undefined ? 'none' : `\`${shown(edit.to)}\``,
    },
  }),
})
