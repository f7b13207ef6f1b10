import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'

export const alternativesChanged = defineDiffRule({
  code: 'TK3045',
  name: 'alternatives-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.anyOf:added', 'schema.anyOf:removed', 'schema.oneOf:added', 'schema.oneOf:removed'],
  summary: 'A value is one of several alternatives now, or is no longer.',
  message: '{subject} {what}',
  help: 'Go on accepting other values until {next}.',
  helpForSending: 'Send only what was allowed before until {next}.',
  why: 'Alternatives refuse what none of them accepts, and `oneOf` also what two accept.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { description: Any. } } }' }),
    after: exampleContract({
      request: '{ type: object, properties: { quantity: { oneOf: [{ type: string }, { type: integer }] } } }',
    }),
    finds: [
      'breaking request-alternatives-changed POST /orders: `quantity` must be exactly one of several alternatives',
    ],
  },
  judge: (edit) =>
    edit.member === undefined
      ? {
          ...byEffect(edit.effect),
          params: {
            subject: subjectOf(edit),
            what:
              edit.action === 'added'
                ? `must be ${words[edit.field ?? '']} of several alternatives`
                : `no longer has to be ${words[edit.field ?? '']} of several alternatives`,
          },
        }
      : undefined,
})

const words: Readonly<Record<string, string>> = { anyOf: 'at least one', oneOf: 'exactly one' }
