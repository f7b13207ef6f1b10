import { describe, expect, it } from 'vitest'
import { checkSchemas } from '../../src/index.js'

describe('checkSchemas', () => {
  it.each([
    [{ type: 'integer' }, { type: 'number' }, { kind: 'compatible' }],
    [
      { type: 'number' },
      { type: 'integer' },
      { kind: 'breaking', witness: 0.1, reason: 'must be integer', pointer: '' },
    ],
    [false, { type: 'string' }, { kind: 'compatible' }],
    [{ enum: ['a', 'b'] }, { anyOf: [{ const: 'b' }, { const: 'a' }] }, { kind: 'compatible' }],
    [
      { $schema: 'http://json-schema.org/draft-04/schema#', minimum: 1, exclusiveMinimum: true },
      { exclusiveMinimum: 1 },
      { kind: 'compatible' },
    ],
  ])('%j in %j', async (producer, reader, answer) => {
    expect(await checkSchemas(producer, reader)).toEqual(answer)
  })

  it('reads a producer as one that sends only what it declares, when asked to', async () => {
    const [before, after] = [
      { type: 'object', properties: { a: {} } },
      { type: 'object', properties: { a: {}, b: { type: 'string' } } },
    ]
    expect(await checkSchemas(before, after)).toMatchObject({
      kind: 'breaking',
      reason: 'must be string',
      pointer: '/b',
    })
    expect(await checkSchemas(before, after, { view: 'exchange' })).toEqual({ kind: 'compatible' })
  })

  it('says what is wrong with a schema instead of answering', async () => {
    expect(await checkSchemas({ $ref: '#/$defs/gone' }, {})).toMatchObject({
      kind: 'invalid',
      diagnostics: [{ severity: 'error' }],
    })
  })
})
