import { defineDiffRule } from '../../rule.js'
import { document } from './example.js'

const discovery = (url: string): string =>
  document(`paths: {}
components: { securitySchemes: { login: { type: openIdConnect, openIdConnectUrl: '${url}' } } }`)

export const schemeIssuerChanged = defineDiffRule({
  code: 'TK3413',
  name: 'scheme-issuer-changed',
  category: 'structural',
  claims: [
    'scheme.url:changed',
    'scheme.metadataUrl:added',
    'scheme.metadataUrl:removed',
    'scheme.metadataUrl:changed',
  ],
  summary: 'Where tokens come from is described elsewhere.',
  message: 'the description of the security scheme `{name}` {what}',
  help: 'Accept tokens of the former issuer until {next}, or make sure that it is the same one.',
  why: 'Another document usually means another issuer: tokens of the former one are refused. It may as well be the same one at another address, which cannot be seen from here.',
  example: {
    before: discovery('https://login.example.com/.well-known/openid-configuration'),
    after: discovery('https://id.example.com/.well-known/openid-configuration'),
    finds: [
      'warning scheme-issuer-changed: the description of the security scheme `login` moved from `https://login.example.com/.well-known/openid-configuration` to `https://id.example.com/.well-known/openid-configuration`',
    ],
  },
  judge: ({ action, after, from, to }) => {
    const what = {
      added: `is at \`${String(to)}\` now`,
      removed: `is not at \`${String(from)}\` any more`,
    }[action as string]
    return {
      level: action === 'added' ? 'info' : 'warning',
      params: { name: after?.name ?? '', what: what ?? `moved from \`${String(from)}\` to \`${String(to)}\`` },
    }
  },
})
