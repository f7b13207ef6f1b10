import { isWeaker } from '../../http/encryption.js'
import { defineDiffRule } from '../../rule.js'
import { flowUrlEdits } from './flow-url-changed.js'
import { withFlows } from './security-example.js'

export const flowEncryptionDropped = defineDiffRule({
  code: 'TK3418',
  name: 'flow-encryption-dropped',
  category: 'security',
  claims: flowUrlEdits,
  summary: 'Tokens are asked for in the clear.',
  message: 'the `{field}` of the OAuth flow `{flow}` is not encrypted any more: `{to}`',
  help: 'Go back to `https`.',
  why: 'Passwords and tokens can be read by whoever is between the client and the server.',
  example: {
    before: withFlows('clientCredentials: { tokenUrl: https://login.example.com/token, scopes: {} }'),
    after: withFlows('clientCredentials: { tokenUrl: http://login.example.com/token, scopes: {} }'),
    finds: [
      'breaking flow-encryption-dropped: the `tokenUrl` of the OAuth flow `clientCredentials` is not encrypted any more: `http://login.example.com/token`',
    ],
  },
  judge: ({ field = '', after, from, to }) =>
    isWeaker(from, to) ? { level: 'breaking', params: { field, flow: after?.kind ?? '', to: String(to) } } : undefined,
})
