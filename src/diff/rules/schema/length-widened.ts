import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { limit } from './limit.js'

export const lengthWidened = defineDiffRule({
  code: 'TK3022',
  name: 'length-widened',
  directional: true,
  category: 'structural',
  claims: [
    'schema.minLength:removed',
    'schema.maxLength:removed',
    'schema.minLength:decreased',
    'schema.maxLength:increased',
  ],
  summary: 'A text has wider limits than before.',
  message: '{subject} is limited less: `{keyword}` went from {from} to {to}',
  help: 'Send only what was allowed before until {next}.',
  why: 'Readers with columns or screens of the promised size meet longer texts.',
  example: {
    before: exampleContract({ response: '{ type: object, properties: { sku: { type: string, maxLength: 20 } } }' }),
    after: exampleContract({ response: '{ type: object, properties: { sku: { type: string, maxLength: 40 } } }' }),
    finds: ['breaking response-length-widened POST /orders: `sku` is limited less: `maxLength` went from 20 to 40'],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), keyword: edit.field ?? '', from: limit(edit.from), to: limit(edit.to) },
  }),
})
