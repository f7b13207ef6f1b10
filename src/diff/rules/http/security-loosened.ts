import { defineDiffRule } from '../../rule.js'
import { isAnonymous } from '../../security/requirements.js'
import { said, securityChange, securityEdits, standing } from './security-change.js'
import { secured } from './security-example.js'

export const securityLoosened = defineDiffRule({
  code: 'TK3404',
  name: 'security-loosened',
  category: 'security',
  claims: securityEdits,
  summary: 'Less than before is enough, or something else.',
  message: '{after} is enough now, {before} was needed',
  help: 'Make sure that it is meant: somebody is let in who was not before.',
  why: 'No caller is broken by a scope less or by another way to be let in, but somebody can call now who could not.',
  example: {
    before: secured('[{ login: [read, write] }]'),
    after: secured('[{ login: [read] }]'),
    finds: [
      'warning security-loosened GET /orders: `login` (`read`) is enough now, `login` (`read`, `write`) was needed',
    ],
  },
  judge: (edit, context) => {
    const { gained, before } = securityChange(edit, context)
    return gained
      .filter((way) => !isAnonymous(way))
      .map((way) => ({
        level: 'warning' as const,
        params: { after: way.text, before: said(before) },
        ...standing(before[0], way, context),
      }))
  },
})
