import { expect, it } from 'vitest'
import type { Classification } from '../../../src/contract/model/index.js'
import { selectableFields } from '../../../src/generate/masking/selectable-fields.js'
import { type Brief, contractOf, idOf } from '../support/contract.js'

const text: Brief = { types: ['string'] }
const secret = (category: string): Brief => {
  const value: Classification = { sensitivity: 'confidential', category }
  return { types: ['string'], classification: { value, at: { document: 'test.yaml', pointer: '/here' } } }
}

/** Fields of `It`, with the categories that they hold; those of what is inside in brackets. */
function fieldsOf(schemas: Readonly<Record<string, Brief>>): readonly string[] | undefined {
  const contract = contractOf({ schemas })
  const schema = contract.schemas.get(idOf('It'))
  if (!schema) throw new TypeError('there is no `It`')
  return selectableFields([{ schema, inherited: undefined }], contract, 'internal')?.map(({ at, holds }) =>
    [at.join('/'), ...holds.map(({ category, inside }) => (inside ? `(${category})` : category))].join(' '),
  )
}

it('T71: fields of lists start at their items, and say what they hold', () => {
  const fields = fieldsOf({
    It: { types: ['object'], properties: { items: { types: ['array'], items: { ref: 'Order' } }, next: text } },
    Order: {
      types: ['object'],
      properties: {
        id: text,
        emails: { types: ['array'], items: secret('contact') },
        customer: { types: ['object'], properties: { name: text, phone: secret('contact') } },
        notes: { types: ['object'], additionalProperties: secret('health') },
      },
    },
  })
  expect(fields).toEqual([
    'items (contact) (health)',
    'next',
    'id',
    'emails contact',
    'customer (contact)',
    'notes (health)',
    'customer/name',
    'customer/phone contact',
  ])
})

it('T71: what comes round to itself ends there, and counts all the same', () => {
  const fields = fieldsOf({
    It: {
      types: ['object'],
      properties: { id: text, parent: { ref: 'It' }, secret: secret('health') },
    },
  })
  expect(fields).toEqual(['id', 'parent (health)', 'secret health'])
})

it('T71: alternatives have the fields of each', () => {
  const fields = fieldsOf({
    It: {
      oneOf: [
        { types: ['object'], properties: { iban: secret('financial') } },
        { types: ['object'], properties: { kind: text } },
      ],
    },
  })
  expect(fields).toEqual(['iban financial', 'kind'])
})

it('where nothing is hidden, there is nothing to say', () => {
  expect(fieldsOf({ It: { types: ['object'], properties: { id: text } } })).toBe(undefined)
})
