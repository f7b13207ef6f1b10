import { expect, test } from 'vitest'
import { createTraits, likeness } from '../../../src/diff/schema/traits.js'
import { sideOf } from '../../support/schema-side.js'

function alike(before: unknown, after: unknown): number {
  const [one, other] = [sideOf(before), sideOf(after)]
  return likeness(createTraits(one.schemas)(one.schema), createTraits(other.schemas)(other.schema))
}

const word = { type: 'object', properties: { a: { type: 'string', enum: ['x', 'y'] }, b: {} }, required: ['a', 'b'] }

test.each([
  [
    'in another order',
    { ...word, required: ['b', 'a'], properties: { b: {}, a: { enum: ['y', 'x'], type: 'string' } } },
  ],
  [
    'in parts',
    {
      allOf: [
        { properties: { b: {} }, required: ['b'] },
        { ...word, required: ['a'] },
      ],
    },
  ],
  ['by a reference', { $defs: { word }, $ref: '#/$defs/word' }],
  ['with other words for people', { ...word, description: 'One of two.' }],
])('the same %s is wholly alike', (_, other) => {
  expect(alike(word, other)).toBe(1)
})

test.each([
  ['a member', { ...word, properties: { ...word.properties, c: {} } }],
  ['a limit below', { ...word, properties: { ...word.properties, b: { dependentRequired: { a: ['b'] } } } }],
  ['a schema that refuses everything', { ...word, properties: { ...word.properties, b: false } }],
  ['a default', { ...word, default: {} }],
  ['a title', { ...word, title: 'A word' }],
  ['a discriminator', { ...word, discriminator: { propertyName: 'a' } }],
])('%s more is less than wholly alike', (_, other) => {
  const share = alike(word, other)
  expect(share).toBeLessThan(1)
  expect(share).toBeGreaterThan(0.5)
})

test('what has nothing in common but to be there is hardly alike, and recursion has an end', () => {
  const list = {
    $defs: { list: { type: 'object', properties: { next: { $ref: '#/$defs/list' } } } },
    $ref: '#/$defs/list',
  }
  expect(alike(list, { type: 'string' })).toBeLessThan(0.2)
  expect(alike(list, list)).toBe(1)
})
