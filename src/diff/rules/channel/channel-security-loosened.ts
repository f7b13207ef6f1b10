import { defineDiffRule } from '../../rule.js'
import { isAnonymous } from '../../security/requirements.js'
import { served } from './example.js'
import { guarded, securityClaims, securityOf } from './security-edit.js'

const schemes = `components:
  securitySchemes: { user: { type: userPassword }, certificate: { type: X509 } }
`

export const channelSecurityLoosened = defineDiffRule({
  code: 'TK3281',
  name: 'channel-security-loosened',
  category: 'security',
  claims: securityClaims,
  summary: 'A server or an operation can be used with credentials that were not enough before, or without any.',
  message: '{what} is open to {credentials} now',
  help: 'Make sure that it is meant: who gets in now did not before.',
  why: 'No client fails, and that is the danger: what was guarded is guarded less. Without any credentials left to ask for it is breaking, so that somebody has to approve it.',
  example: {
    before: `${served('{ url: one.example.com, protocol: amqp, security: [{ certificate: [] }] }')}${schemes}`,
    after: `${served('{ url: one.example.com, protocol: amqp, security: [{ certificate: [] }, { user: [] }] }')}${schemes}`,
    finds: ['warning channel-security-loosened: the server `main` is open to `user` now'],
  },
  judge: (edit, context) => {
    const { gained } = securityOf(edit, context)
    return gained.map((alternative) => ({
      level: isAnonymous(alternative) ? ('breaking' as const) : ('warning' as const),
      params: { what: guarded(edit), credentials: isAnonymous(alternative) ? 'everybody' : alternative.text },
    }))
  },
})
