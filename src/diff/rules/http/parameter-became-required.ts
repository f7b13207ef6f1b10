import { defineDiffRule } from '../../rule.js'

export const parameterBecameRequired = defineDiffRule({
  code: 'TK3102',
  name: 'parameter-became-required',
  category: 'structural',
  claims: ['parameter.required:set'],
  summary: 'A parameter that could be left out must be there now.',
  message: 'the {in} parameter `{name}` became required',
  help: 'Keep it optional with a default until {next}.',
  why: 'Requests that leave the parameter out were served before and are refused now.',
  example: {
    before: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      parameters: [{ name: state, in: query, schema: { type: string } }]
      responses: { '204': { description: None. } }
`,
    after: `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths:
  /orders:
    get:
      operationId: listOrders
      parameters: [{ name: state, in: query, required: true, schema: { type: string } }]
      responses: { '204': { description: None. } }
`,
    finds: ['breaking parameter-became-required GET /orders: the query parameter `state` became required'],
  },
  judge: ({ after }) => ({
    level: 'breaking',
    params: { in: after?.in ?? '', name: after?.name ?? '' },
  }),
})
