import { defineDiffRule } from '../../rule.js'
import { ordersExample } from './example.js'
import { dataAdded, newDataOf } from './new-data.js'
import { named } from './word.js'

export const personalDataAdded = defineDiffRule({
  code: 'TK3320',
  name: 'personal-data-added',
  directional: true,
  category: 'governance',
  claims: dataAdded,
  summary: 'Personal data, or data of a special category, is sent or asked for that was not before.',
  message: '{name} brings {kind} data: {categories}',
  help: 'See that there is a ground for processing it, and that records of processing, agreements and retention know of it.',
  why: 'No caller breaks. But new personal data needs a legal ground and an entry in the records of processing (GDPR, Art. 6 and 30), data of special categories an assessment besides (Art. 9 and 35): easier before it flows.',
  example: ordersExample({}, { properties: 'diagnosis: { type: string, x-data-classification: health }' }, [
    'warning response-personal-data-added GET /orders/{tenant}: `diagnosis` brings special data: `health`',
    'info response-property-added GET /orders/{tenant}: `diagnosis` is new',
  ]),
  judge: (edit, context) =>
    newDataOf(edit, context)
      .filter(({ personal }) => personal.length > 0)
      .map(({ name, isSpecial, personal, pointer }) => ({
        level: 'warning' as const,
        params: { name, kind: isSpecial ? 'special' : 'personal', categories: named(personal) },
        ...(pointer !== undefined && { pointer }),
      })),
})
