import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'

export const propertyBecameOptional = defineDiffRule({
  code: 'TK3013',
  name: 'property-became-optional',
  directional: true,
  category: 'structural',
  claims: ['schema.required:removed'],
  summary: 'A member that was always there may be left out.',
  message: '`{property}` may be left out',
  help: 'Go on sending it until {next}.',
  why: 'Readers of what the API sends rely on the member; for what the API reads it is a demand less.',
  example: {
    before: exampleContract({ response: '{ type: object, required: [sku], properties: { sku: { type: string } } }' }),
    after: exampleContract({ response: '{ type: object, properties: { sku: { type: string } } }' }),
    finds: ['breaking response-property-became-optional POST /orders: `sku` may be left out'],
  },
  judge: (edit) => ({ ...byEffect(edit.effect), params: { property: edit.member ?? '' } }),
})
