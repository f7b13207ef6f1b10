import { defineDiffRule } from '../../rule.js'
import { withFlows } from './security-example.js'

export const flowRemoved = defineDiffRule({
  code: 'TK3416',
  name: 'flow-removed',
  category: 'structural',
  claims: ['flow:removed'],
  summary: 'A way to get a token is not there any more.',
  message: 'the OAuth flow `{flow}` was removed',
  help: 'Keep the flow until {next}.',
  why: 'Clients that get their tokens by this flow get none any more.',
  example: {
    before: withFlows(`clientCredentials: { tokenUrl: https://login.example.com/token, scopes: {} }
password: { tokenUrl: https://login.example.com/token, scopes: {} }`),
    after: withFlows('clientCredentials: { tokenUrl: https://login.example.com/token, scopes: {} }'),
    finds: ['breaking flow-removed: the OAuth flow `password` was removed'],
  },
  judge: ({ before }) => ({ level: 'breaking', params: { flow: before?.kind ?? '' } }),
})
