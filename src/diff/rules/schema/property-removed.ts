import type { Schema } from '../../../contract/model/index.js'
import { type EditOf, polarityOf } from '../../edit/edit.js'
import type { Level } from '../../report.js'
import { defineDiffRule } from '../../rule.js'
import { exampleContract } from '../example-contract.js'
import { gone } from '../http/gone.js'
import { removed } from '../removed.js'

export const propertyRemoved = defineDiffRule({
  code: 'TK3003',
  name: 'property-removed',
  directional: true,
  category: 'structural',
  claims: ['schema.properties:removed'],
  summary: 'A member is no longer declared.',
  message: '`{property}` is no longer {use}',
  help: 'Go on reading it until {next}; mark it as deprecated first, and name the day of its sunset.',
  helpForSending: 'Go on sending it until {next}; mark it as deprecated first, and name the day of its sunset.',
  why: 'What the API no longer sends, its readers miss: for certain when it was required, and perhaps when it was not. What it no longer reads is passed over in silence, or refused when nothing but the declared members is accepted. What was announced with a sunset may go when the day has come.',
  example: {
    before: exampleContract({
      response: '{ type: object, required: [sku], properties: { sku: { type: string }, note: { type: string } } }',
    }),
    after: exampleContract({ response: '{ type: object, properties: { note: { type: string } } }' }),
    finds: ['breaking response-property-removed POST /orders: `sku` is no longer sent'],
  },
  judge: (edit, context) => {
    const decided = removed(edit.effect, 'warning')
    const announced = gone(decided.level, [edit.from as Schema], context)
    const use = useOf(edit, decided.level)
    return { ...decided, ...announced, params: { property: edit.member ?? '', use } }
  },
})

/** What nobody does with the member any more. */
function useOf({ place, after }: EditOf<'schema'>, level: Level): string {
  if (place.direction && polarityOf(place.direction) === 'input') return level === 'breaking' ? 'accepted' : 'read'
  // Where further members are declared, or none at all, it may come without a promise.
  const rest = after?.additionalProperties ?? after?.unevaluatedProperties
  if (rest) return rest.always === false ? 'sent' : 'promised'
  return after && level === 'breaking' && declaresNothing(after) ? 'promised' : 'sent'
}

function declaresNothing({ properties, allOf, anyOf, oneOf, ref }: Schema): boolean {
  return !properties?.size && !allOf && !anyOf && !oneOf && ref === undefined
}
