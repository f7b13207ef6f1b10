import { defineDiffRule } from '../../rule.js'
import { withFlows } from './security-example.js'

export const flowAdded = defineDiffRule({
  code: 'TK3415',
  name: 'flow-added',
  category: 'structural',
  claims: ['flow:added'],
  summary: 'There is another way to get a token.',
  message: 'the OAuth flow `{flow}` is new',
  why: 'Whoever gets tokens another way keeps getting them.',
  example: {
    before: withFlows('clientCredentials: { tokenUrl: https://login.example.com/token, scopes: {} }'),
    after: withFlows(`clientCredentials: { tokenUrl: https://login.example.com/token, scopes: {} }
password: { tokenUrl: https://login.example.com/token, scopes: {} }`),
    finds: ['info flow-added: the OAuth flow `password` is new'],
  },
  judge: ({ after }) => ({ level: 'info', params: { flow: after?.kind ?? '' } }),
})
