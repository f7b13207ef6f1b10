import type { Contract, OAuthFlow } from '../../../contract/model/index.js'
import { defineDiffRule } from '../../rule.js'
import { withFlows } from './security-example.js'

export const flowScopeRemoved = defineDiffRule({
  code: 'TK3420',
  name: 'flow-scope-removed',
  category: 'structural',
  claims: ['flow.scopes:removed'],
  summary: 'A scope is not there any more.',
  message: 'the scope `{scope}` of the OAuth flow `{flow}` was removed{still}',
  help: 'Keep granting the scope until {next}, even if nothing asks for it any more.',
  why: 'A client that asks for a scope which the issuer does not know gets no token at all (`invalid_scope`). Where an operation still asks for the scope, nobody can call it.',
  example: {
    before: withFlows(
      'clientCredentials: { tokenUrl: https://login.example.com/token, scopes: { read: Read., write: Write. } }',
    ),
    after: withFlows('clientCredentials: { tokenUrl: https://login.example.com/token, scopes: { read: Read. } }'),
    finds: ['warning flow-scope-removed: the scope `write` of the OAuth flow `clientCredentials` was removed'],
  },
  judge: ({ after, member = '' }, { head }) => {
    const isAsked = after !== undefined && isAskedFor(member, after, head)
    return {
      level: isAsked ? 'breaking' : 'warning',
      params: { scope: member, flow: after?.kind ?? '', still: isAsked ? ', and operations still ask for it' : '' },
    }
  },
})

function isAskedFor(scope: string, flow: OAuthFlow, { securitySchemes, operations }: Contract): boolean {
  const owners = [...securitySchemes.values()].filter((each) => each.type === 'oauth2' && each.flows.includes(flow))
  return owners.some(({ name }) =>
    operations.some(({ security }) => security.some(({ schemes }) => schemes.get(name)?.includes(scope))),
  )
}
