import { polarityOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'
import { exampleContract } from '../example-contract.js'
import { shown, subjectOf } from '../subject-of.js'

export const defaultChanged = defineDiffRule({
  code: 'TK3052',
  name: 'default-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.default:added', 'schema.default:removed', 'schema.default:changed'],
  summary: 'What holds for a member that is left out has changed.',
  message: 'the default of {subject} went from {from} to {to}',
  help: 'Keep the old default until {next}.',
  why: 'Whoever leaves the member out gets another behaviour than before, without any error.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { type: integer, default: 1 } } }' }),
    after: exampleContract({ request: '{ type: object, properties: { quantity: { type: integer, default: 5 } } }' }),
    finds: ['warning request-default-changed POST /orders: the default of `quantity` went from `1` to `5`'],
  },
  judge: (edit) => ({
    level: edit.place.direction && polarityOf(edit.place.direction) === 'input' ? 'warning' : 'info',
    params: {
      subject: subjectOf(edit),
      from: edit.from === undefined ? 'none' : `\`${shown(edit.from)}\``,
      to: edit.to === undefined ? 'none' : `\`${shown(edit.to)}\``,
    },
  }),
})
