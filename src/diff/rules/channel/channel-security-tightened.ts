import { defineDiffRule } from '../../rule.js'
import { served } from './example.js'
import { guarded, securityClaims, securityOf } from './security-edit.js'

const schemes = `components:
  securitySchemes: { user: { type: userPassword } }
`

export const channelSecurityTightened = defineDiffRule({
  code: 'TK3280',
  name: 'channel-security-tightened',
  category: 'structural',
  claims: securityClaims,
  summary: 'Credentials that were enough for a server or an operation are not any more.',
  message: '{what} is not open to {credentials} any more',
  help: 'Accept the old credentials beside the new ones until {next}.',
  why: 'Whoever connects or sends with the credentials that the contract asked for is turned away. Schemes are compared by what is sent, not by their names, and a list of alternatives by whether each old one is still enough.',
  example: {
    before: `${served('{ url: one.example.com, protocol: amqp }')}${schemes}`,
    after: `${served('{ url: one.example.com, protocol: amqp, security: [{ user: [] }] }')}${schemes}`,
    finds: ['breaking channel-security-tightened: the server `main` is not open to everybody any more'],
  },
  judge: (edit, context) => {
    const { lost } = securityOf(edit, context)
    return lost.map(({ text, asked }) => ({
      level: 'breaking' as const,
      params: { what: guarded(edit), credentials: asked.size === 0 ? 'everybody' : text },
    }))
  },
})
