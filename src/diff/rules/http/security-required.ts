import { defineDiffRule } from '../../rule.js'
import { isAnonymous } from '../../security/requirements.js'
import { isCaller, said, securityChange, securityEdits, standing } from './security-change.js'
import { secured } from './security-example.js'

export const securityRequired = defineDiffRule({
  code: 'TK3400',
  name: 'security-required',
  category: 'structural',
  claims: securityEdits,
  summary: 'What could be called by anybody needs credentials now.',
  message: 'calls without credentials were accepted, now {after} is needed',
  help: 'Announce the day, and accept calls without credentials until {next}.',
  why: 'Callers who send no credentials were served before and are refused now (401).',
  example: {
    before: secured('[]'),
    after: secured('[{ key: [] }]'),
    finds: ['breaking security-required GET /orders: calls without credentials were accepted, now `key` is needed'],
  },
  judge: (edit, context) => {
    const { lost, after } = securityChange(edit, context)
    const anonymous = lost.find(isAnonymous)
    if (!anonymous) return undefined
    return {
      level: isCaller(edit) ? 'info' : 'breaking',
      params: { after: said(after) },
      ...standing(anonymous, after[0], context),
    }
  },
})
