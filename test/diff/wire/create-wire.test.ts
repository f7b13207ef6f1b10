import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../src/contract/model/index.js'
import { createWire } from '../../../src/diff/wire/index.js'
import type { WireLanguage } from '../../../src/diff/wire/types.js'

const at = { document: '', pointer: '' }
const repeated: WireLanguage = { in: 'query', name: 'a', style: 'form', explode: true }
const commas: WireLanguage = { ...repeated, explode: false }

function pair(producer: Partial<Schema>, reader: Partial<Schema>, language = repeated) {
  const side = (fields: Partial<Schema>) => ({ schema: { kind: 'schema' as const, at, ...fields }, schemas: new Map() })
  const wire = createWire({ producer: language, reader: language, raw: () => '' })
  const [from, to] = [side(producer), side(reader)]
  const found = wire.pair(from, to)
  return { ...found, same: found.producer === from && found.reader === to }
}
const text = (fields: Partial<Schema> = {}): Schema => ({ kind: 'schema', at, types: ['string'], ...fields })
const list = (items: Schema): Partial<Schema> => ({ types: ['array'], items })

describe('createWire', () => {
  it('leaves schemas of one kind of value alone', () => {
    expect(pair({ types: ['integer'], maximum: 500 }, { types: ['number'] }).same).toBe(true)
    expect(pair({ types: ['string'] }, { enum: ['a', 'b'], types: ['string'] }).same).toBe(true)
    expect(pair(list(text()), list(text({ maxLength: 3 }))).same).toBe(true)
  })

  it('lets a string take the texts of numbers and truth values', () => {
    const { producer, reader } = pair({ types: ['integer'] }, { types: ['string'] })
    expect(producer.schema.types).toEqual(['integer'])
    expect(reader.schema.types).toEqual(['boolean', 'null', 'number', 'string'])
  })

  it('lets a number take the texts that are one, as exactly as it can be said', () => {
    const texts = (reader: Partial<Schema>) => pair({ types: ['string'] }, reader).reader.schema.anyOf?.[1]
    expect(texts({ types: ['integer'] })?.pattern).toBe('^(0|-?[1-9][0-9]*)$')
    expect(texts({ types: ['integer'], minimum: 1 })?.pattern).toBe('^[1-9][0-9]*$')
    expect(texts({ types: ['integer'], minimum: 1, maximum: 3 })?.enum).toEqual(['1', '2', '3'])
    expect(texts({ types: ['integer'], minimum: 1, maximum: 1000 })).toBeUndefined()
    expect(texts({ types: ['boolean'] })?.enum).toEqual(['true', 'false'])
  })

  it('asks whether the texts of numbers have the pattern that a string must have', () => {
    const { producer } = pair({ types: ['integer'], minimum: 0 }, { types: ['string'], pattern: '^[0-9]+$' })
    expect(producer.schema).toEqual(text({ pattern: '^(0|[1-9][0-9]*)$' }))
  })

  it('takes listed texts that are numbers for numbers', () => {
    expect(pair({ types: ['string'], enum: ['1', '2', '01'] }, { types: ['integer'] }).producer.schema.enum).toEqual([
      1,
      2,
      '01',
    ])
    expect(
      pair({ types: ['integer'] }, { types: ['string'], enum: ['1', 'true'] }).reader.schema.anyOf?.[1]?.enum,
    ).toEqual([1, true])
  })

  it('takes a value for a list of one where names are repeated, and the other way round', () => {
    expect(pair({ types: ['string'] }, list(text())).reader.schema.anyOf).toEqual([
      { kind: 'schema', at, ...list(text()) },
      text(),
    ])
    expect(pair({ types: ['string'] }, { ...list(text()), minItems: 2 }).same).toBe(false)
    expect(pair({ types: ['string'] }, { ...list(text()), minItems: 2 }).reader.schema.anyOf).toBeUndefined()
    const several = pair(list(text()), { types: ['string'] }).producer.schema.anyOf
    expect(several).toEqual([{ kind: 'schema', at, ...list(text()), minItems: 2 }, text()])
  })

  it('does not take a text for a list where commas would take it apart', () => {
    expect(pair({ types: ['string'] }, list(text()), commas).reader.schema.anyOf).toBeUndefined()
    expect(
      pair({ types: ['integer'] }, list({ ...text(), types: ['integer'] }), commas).reader.schema.anyOf,
    ).toHaveLength(2)
  })

  it('stays quick where alternatives multiply', () => {
    let nested: Schema = text()
    for (let level = 0; level < 12; level++) {
      nested = { kind: 'schema', at, anyOf: Array.from({ length: 20 }, () => nested) }
    }
    expect(pair({ types: ['integer'] }, nested).producer.schema.types).toEqual(['integer'])
  })

  it('knows all that a text may be taken for', () => {
    const wire = createWire({ producer: commas, reader: commas, raw: () => '' })
    expect(wire.readings(5)).toEqual([5, '5', 5, ['5'], [5], ['5'], [5]])
    expect(wire.readings('a,1')).toContainEqual(['a', 1])
    expect(wire.readings(['a', 'b'])).toContainEqual('a,b')
    expect(wire.readings({ a: '1', b: [true] })).toContainEqual({ a: 1, b: [true] })
  })
})
