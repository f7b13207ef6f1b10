import { defineDiffRule } from '../../rule.js'
import { linked } from './link-example.js'

export const linkRemoved = defineDiffRule({
  code: 'TK3151',
  name: 'link-removed',
  category: 'structural',
  claims: ['link:removed'],
  summary: 'An answer does not say any more where to go from there.',
  message: 'the link `{name}` was removed',
  help: 'Keep it until {next}: clients that follow links look for it by its name.',
  why: 'Nothing on the wire changes, but a client that follows the links of the contract finds one of them gone.',
  example: {
    before: linked("order: { operationId: getOrder, parameters: { id: '$response.body#/id' } }"),
    after: linked(''),
    finds: ['warning link-removed POST /orders: the link `order` was removed'],
  },
  judge: ({ before }) => ({ level: 'warning', params: { name: before?.name ?? '' } }),
})
