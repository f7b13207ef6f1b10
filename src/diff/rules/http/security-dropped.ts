import { defineDiffRule } from '../../rule.js'
import { isAnonymous } from '../../security/requirements.js'
import { said, securityChange, securityEdits, standing } from './security-change.js'
import { secured } from './security-example.js'

export const securityDropped = defineDiffRule({
  code: 'TK3403',
  name: 'security-dropped',
  category: 'security',
  claims: securityEdits,
  summary: 'What needed credentials can be called by anybody now.',
  message: '{before} was needed, now calls without credentials are accepted',
  help: 'Ask for credentials again, or have it approved by whoever answers for the security of the API.',
  why: 'No caller is broken by it, and that is what makes it dangerous: a line that is missing opens what was closed, and no test fails.',
  example: {
    before: secured('[{ key: [] }]'),
    after: secured('[]'),
    finds: ['breaking security-dropped GET /orders: `key` was needed, now calls without credentials are accepted'],
  },
  judge: (edit, context) => {
    const { gained, before } = securityChange(edit, context)
    const anonymous = gained.find(isAnonymous)
    if (!anonymous) return undefined
    return {
      level: 'breaking',
      params: { before: said(before) },
      ...standing(before[0], anonymous, context),
    }
  },
})
