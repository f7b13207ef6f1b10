import { describe, expect, it } from 'vitest'
import { UnwritableError } from '../../../src/runtime/src/error/index.js'
import { picked, textValue } from '../../../src/runtime/src/gen1/codec/index.js'
import { createView } from '../../../src/runtime/src/masking/index.js'

const view = createView({ tenant: 'acme', clearance: { max: 'public', reveal: [] }, sink: 'response' })

describe('picked', () => {
  it.each([0, 1, 2, 3, 4, 20])('picks each of %i items, in their order', (length) => {
    const items = Array.from({ length }, (_, index) => `item ${index}`)
    const all = picked(items, view, (item) => `${textValue(item)}!`)
    expect(all).toEqual(items.map((item) => `${item}!`))
    expect(all).not.toBe(items)
  })

  it.each([1, 2, 3, 4])('passes over none of %i items that are not there', (length) => {
    expect(() => picked(new Array<unknown>(length), view, textValue)).toThrow(UnwritableError)
  })
})
