import { defineDiffRule } from '../../rule.js'
import { operation } from './example.js'

export const parameterRenamed = defineDiffRule({
  code: 'TK3115',
  name: 'parameter-renamed',
  category: 'structural',
  claims: ['parameter.name:changed'],
  summary: 'A parameter of the path has another name.',
  message: 'the path parameter `{from}` is called `{to}` now',
  why: 'The name is not on the wire: the same requests arrive at the same place. Only generated code names its arguments by it.',
  example: {
    before: operation(
      'get /orders/{id}',
      'getOrder',
      'parameters: [{ name: id, in: path, required: true, schema: { type: string } }]',
      "responses: { '204': { description: None. } }",
    ),
    after: operation(
      'get /orders/{orderId}',
      'getOrder',
      'parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]',
      "responses: { '204': { description: None. } }",
    ),
    finds: ['info parameter-renamed GET /orders/{orderId}: the path parameter `id` is called `orderId` now'],
  },
  judge: ({ from, to }) => ({ level: 'info', params: { from: String(from), to: String(to) } }),
})
