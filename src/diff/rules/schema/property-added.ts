import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'

export const propertyAdded = defineDiffRule({
  code: 'TK3002',
  name: 'property-added',
  directional: true,
  category: 'structural',
  claims: ['schema.properties:added'],
  summary: 'A member is declared that was not before.',
  message: '`{property}` is new{duty}',
  help: 'Let it be left out until {next}.',
  helpForSending: 'Send it only to callers that ask for it until {next}.',
  why: 'Members that may be left out disturb nobody: readers pass over what they do not know, and writers need not send it. It breaks where the member is required in what the API reads, or where the other side accepts no further members.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { sku: { type: string } } }' }),
    after: exampleContract({
      request: '{ type: object, required: [note], properties: { sku: { type: string }, note: { type: string } } }',
    }),
    finds: ['breaking request-property-added POST /orders: `note` is new and required'],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: {
      property: edit.member ?? '',
      duty: edit.after?.required?.includes(edit.member ?? '') ? ' and required' : '',
    },
  }),
})
