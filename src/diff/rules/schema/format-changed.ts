import { isKnownFormat } from '../../containment/index.js'
import type { EditOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'
import { byEffect } from '../by-effect.js'
import { exampleContract } from '../example-contract.js'
import { shown, subjectOf } from '../subject-of.js'

export const formatChanged = defineDiffRule({
  code: 'TK3020',
  name: 'format-changed',
  directional: true,
  category: 'structural',
  claims: ['schema.format:added', 'schema.format:removed', 'schema.format:changed'],
  summary: 'A value has another format.',
  message: 'the format of {subject} went from {from} to {to}',
  help: 'Go on accepting what was accepted before until {next}.',
  helpForSending: 'Go on sending the old format until {next}.',
  why: 'Formats that everybody knows are compared by what they accept. What another format means, only the two sides know: that is a warning.',
  example: {
    before: exampleContract({ request: '{ type: object, properties: { quantity: { type: string, format: uuid } } }' }),
    after: exampleContract({ request: '{ type: object, properties: { quantity: { type: string, format: date } } }' }),
    finds: ['breaking request-format-changed POST /orders: the format of `quantity` went from `uuid` to `date`'],
  },
  judge: (edit) => {
    const decided = byEffect(edit.effect)
    return {
      ...decided,
      level: decided.level === 'info' && isBetweenTheTwo(edit) ? 'warning' : decided.level,
      params: {
        subject: subjectOf(edit),
        from: edit.from === undefined ? 'none' : `\`${shown(edit.from)}\``,
        to: edit.to === undefined ? 'none' : `\`${shown(edit.to)}\``,
      },
    }
  },
})

/** Of a format that is not compared by what it accepts nothing was proved. */
function isBetweenTheTwo({ action, from, to }: EditOf<'schema'>): boolean {
  return action === 'changed' && !(isKnownFormat(from as string) && isKnownFormat(to as string))
}
