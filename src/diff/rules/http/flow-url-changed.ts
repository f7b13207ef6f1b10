import { isWeaker } from '../../http/encryption.js'
import { defineDiffRule } from '../../rule.js'
import { withFlows } from './security-example.js'

export const flowUrlEdits = [
  'flow.authorizationUrl:added',
  'flow.authorizationUrl:removed',
  'flow.authorizationUrl:changed',
  'flow.tokenUrl:added',
  'flow.tokenUrl:removed',
  'flow.tokenUrl:changed',
  'flow.refreshUrl:added',
  'flow.refreshUrl:removed',
  'flow.refreshUrl:changed',
  'flow.deviceAuthorizationUrl:added',
  'flow.deviceAuthorizationUrl:removed',
  'flow.deviceAuthorizationUrl:changed',
] as const

export const flowUrlChanged = defineDiffRule({
  code: 'TK3417',
  name: 'flow-url-changed',
  category: 'structural',
  claims: flowUrlEdits,
  summary: 'Tokens are asked for elsewhere.',
  message: 'the `{field}` of the OAuth flow `{flow}` {what}',
  help: 'Keep the former address working until {next}.',
  why: 'Clients ask for tokens at the address that the contract told them, and most have it in their configuration: when it stops answering they get none. Whether it does cannot be seen from here.',
  example: {
    before: withFlows('clientCredentials: { tokenUrl: https://login.example.com/token, scopes: {} }'),
    after: withFlows('clientCredentials: { tokenUrl: https://id.example.com/token, scopes: {} }'),
    finds: [
      'warning flow-url-changed: the `tokenUrl` of the OAuth flow `clientCredentials` moved from `https://login.example.com/token` to `https://id.example.com/token`',
    ],
  },
  judge: ({ action, field = '', after, from, to }) => {
    // In the clear where it was not: see `flow-encryption-dropped`.
    if (isWeaker(from, to)) return undefined
    const what = { added: `is \`${String(to)}\` now`, removed: `was removed (\`${String(from)}\`)` }[action as string]
    return {
      level: action === 'added' || isWeaker(to, from) ? 'info' : 'warning',
      params: { field, flow: after?.kind ?? '', what: what ?? `moved from \`${String(from)}\` to \`${String(to)}\`` },
    }
  },
})
