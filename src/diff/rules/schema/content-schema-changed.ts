import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { subjectOf } from '../subject-of.js'
import { presence } from './presence.js'

export const contentSchemaChanged = defineDiffRule({
  code: 'TK3056',
  name: 'content-schema-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.contentSchema:added', 'schema.contentSchema:removed'],
  summary: 'What a text contains is described, or is no longer.',
  message: '{subject} {what}',
  help: 'Accept other contents until {next}.',
  why: 'A schema does not check what a text contains; generated code may.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { quantity: { type: string, contentMediaType: application/json } } }',
    }),
    after: exampleContract({
      request:
        '{ type: object, properties: { quantity: { type: string, contentMediaType: application/json, contentSchema: { type: object } } } }',
    }),
    finds: ['info request-content-schema-changed POST /orders: `quantity` says what it contains, and did not before'],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: { subject: subjectOf(edit), what: presence(edit, 'what it contains') },
  }),
})
