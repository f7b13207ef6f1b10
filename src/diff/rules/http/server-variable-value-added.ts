import { tokensOf } from '../../../util/json-pointer.js'
import { defineDiffRule } from '../../rule.js'
import { regional } from './server-example.js'

export const serverVariableValueAdded = defineDiffRule({
  code: 'TK3433',
  name: 'server-variable-value-added',
  category: 'structural',
  claims: ['server-variable.enum:added'],
  summary: 'A variable of a server may have another value.',
  message: 'the variable `{name}` of the server `{url}` may be {value} now',
  why: 'It is one address more. The former ones are still there.',
  example: {
    before: regional('enum: [eu], default: eu'),
    after: regional('enum: [eu, us], default: eu'),
    finds: [
      'info server-variable-value-added: the variable `region` of the server `https://{region}.example.com` may be `us` now',
    ],
  },
  judge: ({ member, place }) => ({
    level: 'info',
    params: { ...nameOf(place), value: member === undefined ? 'anything' : `\`${member}\`` },
  }),
})

/** From the pointer `/servers/URL/variables/NAME`, by which the place is known. */
export function nameOf({ pointer }: { readonly pointer: string }): { readonly name: string; readonly url: string } {
  const tokens = tokensOf(pointer.slice(pointer.indexOf('/servers/')))
  return { url: tokens[1] ?? '', name: tokens[3] ?? '' }
}
