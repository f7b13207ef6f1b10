import { defineDiffRule } from '../../rule.js'
import { acceptsAnything } from '../accepts-anything.js'
import { listOrders } from './example.js'
import { polarityAt } from './polarity.js'

export const parameterNotationChanged = defineDiffRule({
  code: 'TK3117',
  name: 'parameter-notation-changed',
  category: 'structural',
  claims: ['parameter.schema:added', 'parameter.schema:removed'],
  summary: 'A parameter has a media type instead of a style, has none any more, or says for the first time what it is.',
  message: 'the {in} parameter `{name}` {what}',
  help: 'Accept both ways until {next}.',
  why: 'A style writes lists and objects as text of its own, a media type as a document: `color=a,b` is no JSON. A parameter without any schema took every text; one that comes refuses some of them.',
  example: {
    before: listOrders('parameters: [{ name: filter, in: query, schema: { type: object } }]'),
    after: listOrders(
      'parameters: [{ name: filter, in: query, content: { application/json: { schema: { type: object } } } }]',
    ),
    finds: [
      'breaking parameter-notation-changed GET /orders: the query parameter `filter` is written as `application/json` instead of in the style `form`',
    ],
  },
  judge: ({ before, after, to, place }, { head }) => {
    if (!before || !after) return undefined
    const params = { in: after.in, name: after.name }
    const [was, is] = [before.content, after.content].map((content) => content && `as \`${content.mediaType}\``)
    const isInput = polarityAt(place) === 'input'
    if (was !== undefined || is !== undefined) {
      const plain = (side: typeof before): string => (side.schema ? `in the style \`${side.style}\`` : 'as any text')
      const what = `is written ${is ?? plain(after)} instead of ${was ?? plain(before)}`
      const isOpen = isInput && !after.content && !after.schema
      return { level: isOpen ? 'info' : 'breaking', params: { ...params, what } }
    }
    if (to === undefined)
      return { level: isInput ? 'info' : 'warning', params: { ...params, what: 'may be any text now' } }
    const isOpen = !isInput || acceptsAnything(after.schema, head.schemas, 'text')
    return {
      level: isOpen ? 'info' : 'breaking',
      params: { ...params, what: 'has a schema now, where any text went before' },
    }
  },
})
