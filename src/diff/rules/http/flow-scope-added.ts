import { defineDiffRule } from '../../rule.js'
import { withFlows } from './security-example.js'

export const flowScopeAdded = defineDiffRule({
  code: 'TK3419',
  name: 'flow-scope-added',
  category: 'structural',
  claims: ['flow.scopes:added'],
  summary: 'There is a scope that was not there before.',
  message: 'the scope `{scope}` of the OAuth flow `{flow}` is new',
  why: 'Nobody asks for it yet. Operations that need it now say so themselves.',
  example: {
    before: withFlows('clientCredentials: { tokenUrl: https://login.example.com/token, scopes: { read: Read. } }'),
    after: withFlows(
      'clientCredentials: { tokenUrl: https://login.example.com/token, scopes: { read: Read., write: Write. } }',
    ),
    finds: ['info flow-scope-added: the scope `write` of the OAuth flow `clientCredentials` is new'],
  },
  judge: ({ after, member = '' }) => ({ level: 'info', params: { scope: member, flow: after?.kind ?? '' } }),
})
