import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { limit } from './limit.js'

export const lengthNarrowed = defineDiffRule({
  code: 'TK3021',
  name: 'length-narrowed',
  directional: true,
  category: 'structural',
  claims: [
    'schema.minLength:added',
    'schema.maxLength:added',
    'schema.minLength:increased',
    'schema.maxLength:decreased',
  ],
  summary: 'A text has narrower limits than before.',
  message: '{subject} is limited further: `{keyword}` went from {from} to {to}',
  help: 'Keep the wider limit until {next}, or accept and adapt what is outside of it.',
  why: 'Texts that were accepted before are refused now.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { sku: { type: string, maxLength: 40 } } }' }),
    after: exampleContract({ request: '{ type: object, properties: { sku: { type: string, maxLength: 20 } } }' }),
    finds: ['breaking request-length-narrowed POST /orders: `sku` is limited further: `maxLength` went from 40 to 20'],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), keyword: edit.field ?? '', from: limit(edit.from), to: limit(edit.to) },
  }),
})
