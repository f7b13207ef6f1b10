import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { shown, subjectOf } from '../subject-of.js'

export const patternChanged = defineDiffRule({
  code: 'TK3023',
  name: 'pattern-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.pattern:added', 'schema.pattern:removed', 'schema.pattern:changed'],
  summary: 'A text must match another pattern.',
  message: 'the pattern of {subject} went from {from} to {to}',
  help: 'Go on accepting the old pattern until {next}.',
  helpForSending: 'Send only what matches the old pattern until {next}.',
  why: 'The languages of both patterns are compared: a pattern that was only written in another way changes nothing.',
  example: {
    before: exampleContract({
      request: "{ type: object, properties: { quantity: { type: string, pattern: '^[A-Z]-[0-9]+$' } } }",
    }),
    after: exampleContract({
      request: "{ type: object, properties: { quantity: { type: string, pattern: '^[A-Z]-[0-9]{3}$' } } }",
    }),
    finds: [
      'breaking request-pattern-changed POST /orders: the pattern of `quantity` went from `^[A-Z]-[0-9]+$` to `^[A-Z]-[0-9]{3}$`',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: {
      subject: subjectOf(edit),
      from: edit.from === undefined ? 'none' : `\`${shown(edit.from)}\``,
      to: edit.to === undefined ? 'none' : `\`${shown(edit.to)}\``,
    },
  }),
})
