import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'

export const uniquenessChanged = defineDiffRule({
  code: 'TK3029',
  name: 'uniqueness-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.uniqueItems:set', 'schema.uniqueItems:unset'],
  summary: 'The items of a list must differ now, or need not any more.',
  message: 'the items of {subject} {must}',
  help: 'Drop what occurs twice instead of refusing it until {next}.',
  helpForSending: 'Send nothing twice until {next}.',
  why: 'Lists with an item twice were accepted, and are refused; or were promised not to come, and come.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { type: array } } }' }),
    after: exampleContract({
      request: '{ type: object, properties: { quantity: { type: array, uniqueItems: true } } }',
    }),
    finds: ['breaking request-uniqueness-changed POST /orders: the items of `quantity` must be unique'],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: {
      subject: subjectOf(edit),
      must: edit.action === 'set' ? 'must be unique' : 'need not be unique any more',
    },
  }),
})
