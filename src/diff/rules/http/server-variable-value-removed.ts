import { addressesOf, reaches, routeOf } from '../../http/addresses.js'
import { defineDiffRule } from '../../rule.js'
import { regional } from './server-example.js'
import { serversOf } from './server-removed.js'
import { nameOf } from './server-variable-value-added.js'

export const serverVariableValueRemoved = defineDiffRule({
  code: 'TK3434',
  name: 'server-variable-value-removed',
  category: 'structural',
  claims: ['server-variable.enum:removed'],
  summary: 'A variable of a server may not have a value any more that it could have.',
  message: 'the variable `{name}` of the server `{url}` must not be {value} any more',
  help: 'Keep answering at the address until {next}.',
  why: 'It is one address less: clients that call it find nobody there.',
  example: {
    before: regional('enum: [eu, us], default: eu'),
    after: regional('enum: [eu], default: eu'),
    finds: [
      'breaking server-variable-value-removed: the variable `region` of the server `https://{region}.example.com` must not be `us` any more',
    ],
  },
  judge: ({ member, place }, { base, head }) => {
    const { name, url } = nameOf(place)
    const params = { name, url, value: member === undefined ? 'just anything' : `\`${member}\`` }
    const owners = serversOf(base).filter((server) => routeOf(server.url) === routeOf(url))
    const lost = owners.flatMap(addressesOf)
    const served = serversOf(head).flatMap(addressesOf)
    // Another server stands for the address now.
    if (lost.length > 0 && lost.every((address) => served.some((each) => reaches(each, address)))) {
      return { level: 'info', params }
    }
    return { level: 'breaking', params }
  },
})
