import { defineDiffRule } from '../../rule.js'
import { regional } from './server-example.js'
import { nameOf } from './server-variable-value-added.js'

export const serverVariableDefaultChanged = defineDiffRule({
  code: 'TK3435',
  name: 'server-variable-default-changed',
  category: 'structural',
  claims: ['server-variable.default:added', 'server-variable.default:removed', 'server-variable.default:changed'],
  summary: 'A variable of a server has another default.',
  message: 'the variable `{name}` of the server `{url}` {what}',
  help: 'Keep the default: clients that choose nothing call another server with the next generation of their code.',
  why: 'The former address is still there, but whoever chose none moves to another one, where their data may not be.',
  example: {
    before: regional('enum: [eu, us], default: eu'),
    after: regional('enum: [eu, us], default: us'),
    finds: [
      'warning server-variable-default-changed: the variable `region` of the server `https://{region}.example.com` is `us` by default, not `eu` any more',
    ],
  },
  judge: ({ action, from, to, place }) => {
    const what =
      action === 'removed'
        ? `is not \`${String(from)}\` by default any more`
        : `is \`${String(to)}\` by default${action === 'added' ? '' : `, not \`${String(from)}\` any more`}`
    return { level: action === 'added' ? 'info' : 'warning', params: { ...nameOf(place), what } }
  },
})
