import { defineDiffRule } from '../../rule.js'
import { isAnonymous, scopesBeyond } from '../../security/requirements.js'
import { said, securityChange, securityEdits, standing } from './security-change.js'
import { secured } from './security-example.js'

export const securityTightened = defineDiffRule({
  code: 'TK3401',
  name: 'security-tightened',
  category: 'structural',
  claims: securityEdits,
  summary: 'Credentials that were enough are not enough any more.',
  message: '{before} was enough, now {after} is needed',
  help: 'Accept the former credentials as well until {next}.',
  why: 'Each way of being let in is compared with all ways of the other version: it still works when one of those asks for nothing more. Schemes are compared by what is sent, not by their names.',
  example: {
    before: secured('[{ key: [] }, { token: [] }]'),
    after: secured('[{ token: [] }]'),
    finds: ['breaking security-tightened GET /orders: `key` was enough, now `token` is needed'],
  },
  judge: (edit, context) => {
    const { lost, after } = securityChange(edit, context)
    return lost
      .filter((way) => !isAnonymous(way) && !after.some((each) => scopesBeyond(way, each)))
      .map((way) => ({
        level: 'breaking' as const,
        params: { before: way.text, after: said(after) },
        ...standing(way, after[0], context),
      }))
  },
})
