import { describe, expect, it } from 'vitest'
import { createPlan } from '../../../src/generate/plan/index.js'
import type { PlannedPagination } from '../../../src/generate/plan/types.js'
import { type Brief, type BriefOperation, contractOf, operationOf } from '../support/contract.js'

function paginationOf(operation: BriefOperation): PlannedPagination | undefined {
  const { plan } = createPlan(contractOf({ operations: [operationOf('list', operation)] }), {
    source: 'a',
    targets: ['client'],
  })
  return plan.tags[0]?.operations[0]?.pagination
}

const integer: Brief = { type: 'integer' }
const rows: Brief = { type: 'array', items: { type: 'string' } }

describe('pagination', () => {
  const table: readonly (readonly [
    name: string,
    operation: BriefOperation,
    expected: PlannedPagination | undefined,
  ])[] = [
    [
      'a cursor beside the items',
      {
        parameters: [{ name: 'page_token' }],
        responses: {
          200: {
            properties: { data: rows, next_page_token: { type: ['string', 'null'] }, has_more: { type: 'boolean' } },
          },
        },
      },
      { kind: 'cursor', parameter: 'page_token', next: '/next_page_token', items: '/data', more: '/has_more' },
    ],
    [
      'a cursor in an envelope',
      {
        parameters: [{ name: 'cursor' }],
        responses: {
          200: {
            properties: {
              items: rows,
              response_metadata: { properties: { next_cursor: { anyOf: [{ type: 'string' }, { type: 'null' }] } } },
            },
          },
        },
      },
      { kind: 'cursor', parameter: 'cursor', next: '/response_metadata/next_cursor', items: '/items' },
    ],
    [
      'pages, from the declared first one',
      { parameters: [{ name: 'page', schema: { ...integer, default: 0 } }], responses: { 200: rows } },
      { kind: 'page', parameter: 'page', items: '', first: 0 },
    ],
    [
      'pages from one',
      { parameters: [{ name: 'page-number', schema: integer }], responses: { 200: rows } },
      { kind: 'page', parameter: 'pageNumber', items: '', first: 1 },
    ],
    [
      'links',
      { parameters: [{ name: 'page', schema: integer }], responses: { 200: rows }, responseHeaders: ['Link'] },
      { kind: 'link', items: '' },
    ],
    [
      'an offset beside a limit',
      {
        parameters: [
          { name: 'offset', schema: integer },
          { name: 'limit', schema: integer },
        ],
        responses: { '2XX': { properties: { 'a/b': rows } } },
      },
      { kind: 'offset', parameter: 'offset', items: '/a~1b' },
    ],
    ['an offset alone', { parameters: [{ name: 'offset', schema: integer }], responses: { 200: rows } }, undefined],
    [
      'two arrays',
      { parameters: [{ name: 'page', schema: integer }], responses: { 200: { properties: { a: rows, b: rows } } } },
      undefined,
    ],
    ['a cursor that nothing answers', { parameters: [{ name: 'cursor' }], responses: { 200: rows } }, undefined],
    [
      'a page that must be given',
      { parameters: [{ name: 'page', schema: integer, required: true }], responses: { 200: rows } },
      undefined,
    ],
    ['a text called page', { parameters: [{ name: 'page' }], responses: { 200: rows } }, undefined],
    ['no list', { parameters: [{ name: 'page', schema: integer }], responses: { 200: { type: 'object' } } }, undefined],
    [
      'a search by POST',
      { method: 'post', parameters: [{ name: 'page', schema: integer }], responses: { 200: rows } },
      undefined,
    ],
  ]
  it.each(table)('%s', (_name, operation, expected) => {
    expect(paginationOf(operation)).toEqual(expected)
  })
})
