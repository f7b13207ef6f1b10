import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { listed, subjectOf } from '../subject-of.js'

export const dependenciesChanged = defineDiffRule({
  code: 'TK3039',
  name: 'dependencies-changed',
  directional: true,
  category: 'structural',
  claims: [
    'schema.dependentRequired:added',
    'schema.dependentRequired:removed',
    'schema.dependentRequired:changed',
    'schema.dependentSchemas:added',
    'schema.dependentSchemas:removed',
  ],
  summary: 'What must hold when a member is there has changed.',
  message: 'what {subject} asks for beside `{member}` went from {from} to {to}',
  help: 'Go on accepting the member alone until {next}.',
  helpForSending: 'Go on sending all that came with the member until {next}.',
  why: 'Objects with the member were accepted without what it asks for now, or were promised not to come without.',
  example: {
    before: exampleContract({
      request: '{ type: object, properties: { card: { type: string }, holder: { type: string } } }',
    }),
    after: exampleContract({
      request:
        '{ type: object, properties: { card: { type: string }, holder: { type: string } }, dependentRequired: { card: [holder] } }',
    }),
    finds: [
      'breaking request-dependencies-changed POST /orders: what the request body asks for beside `card` went from nothing to `holder`',
    ],
  },
  judge: (edit) => ({
    ...byEffect(edit.effect),
    params: {
      subject: subjectOf(edit),
      member: edit.member ?? '',
      from: demand(edit.from),
      to: demand(edit.to),
    },
  }),
})

/** The members that are asked for, or that a schema says it. */
function demand(value: unknown): string {
  if (value === undefined) return 'nothing'
  return Array.isArray(value) ? listed(value) : 'a schema'
}
