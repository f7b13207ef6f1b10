import { defineDiffRule } from '../../rule.js'
import { isAnonymous, scopesBeyond } from '../../security/requirements.js'
import { isCaller, securityChange, securityEdits, standing } from './security-change.js'
import { secured } from './security-example.js'

export const securityScopeRequired = defineDiffRule({
  code: 'TK3402',
  name: 'security-scope-required',
  category: 'structural',
  claims: securityEdits,
  summary: 'The same credentials need more scopes.',
  message: '{before} was enough, now {scopes} {are} needed in addition',
  help: 'Grant the new scopes to those who have the former ones, and ask for them from {next} on.',
  why: 'Tokens that were issued before do not have the scope: their callers are refused (403).',
  example: {
    before: secured('[{ login: [read] }]'),
    after: secured('[{ login: [read, write] }]'),
    finds: [
      'breaking security-scope-required GET /orders: `login` (`read`) was enough, now `write` is needed in addition',
    ],
  },
  judge: (edit, context) => {
    const { lost, after } = securityChange(edit, context)
    return lost
      .filter((way) => !isAnonymous(way))
      .flatMap((way) => {
        const nearest = after
          .flatMap((each) => {
            const scopes = scopesBeyond(way, each)
            return scopes ? [{ each, scopes }] : []
          })
          .sort((left, right) => left.scopes.length - right.scopes.length)[0]
        if (!nearest) return []
        return {
          level: isCaller(edit) ? ('info' as const) : ('breaking' as const),
          params: {
            before: way.text,
            scopes: nearest.scopes.map((scope) => `\`${scope}\``).join(', '),
            are: nearest.scopes.length === 1 ? 'is' : 'are',
          },
          ...standing(way, nearest.each, context),
        }
      })
  },
})
