import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { presence } from './presence.js'

export const itemsChanged = defineDiffRule({
  code: 'TK3030',
  name: 'items-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.items:added', 'schema.items:removed'],
  summary: 'The items of a list are limited, or are no longer.',
  message: '{subject} {what}',
  help: 'Go on accepting other items until {next}.',
  helpForSending: 'Send only items that were allowed before until {next}.',
  why: 'Lists with other items were accepted before, or were promised not to come.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { type: array } } }' }),
    after: exampleContract({
      request: '{ type: object, properties: { quantity: { type: array, items: { type: string } } } }',
    }),
    finds: ['breaking request-items-changed POST /orders: `quantity` says what its items are, and did not before'],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), what: presence(edit, 'what its items are') },
  }),
})
