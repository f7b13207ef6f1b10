import { polarityOf } from '../../edit/edit.js'
import { defineDiffRule } from '../../rule.js'
import { removalLevel } from '../removal.js'

export const messageRemoved = defineDiffRule({
  code: 'TK3221',
  name: 'message-removed',
  directional: true,
  category: 'structural',
  claims: ['message:removed'],
  summary: 'A message does not go over a channel any more.',
  message: 'the message `{message}` {what}',
  help: 'Keep the message until {next}.',
  why: 'A message that the API accepted is refused now. Of messages that the API sends, one less breaks nobody who reads them, but whoever waits for it waits in vain: a warning.',
  example: {
    before: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: changeOrder
      message:
        oneOf:
          - { name: place, payload: { type: object } }
          - { name: pay, payload: { type: object } }
          - { name: cancel, payload: { type: array } }
`,
    after: `asyncapi: 2.6.0
info: { title: Orders, version: 1.0.0 }
channels:
  orders:
    publish:
      operationId: changeOrder
      message:
        oneOf:
          - { name: place, payload: { type: object } }
          - { name: pay, payload: { type: object } }
`,
    finds: ['breaking consumed-message-removed receive orders: the message `cancel` is not accepted any more'],
  },
  judge: ({ before, place: { direction = 'published' } }, context) => {
    const isSent = polarityOf(direction) === 'output'
    const announced = removalLevel([before], context)
    return {
      ...(isSent && announced.level === 'breaking' ? { level: 'warning' as const } : announced),
      params: { message: before?.name ?? '', what: isSent ? 'is not sent any more' : 'is not accepted any more' },
    }
  },
})
