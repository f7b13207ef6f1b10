/** Masks in exchanges are those of the runtime, where they do not depend on a key, a pattern or the value. */
import { expect, it } from 'vitest'
import { maskValue } from '../../../src/runtime/src/masking/mask-value.js'
import { shownBy } from './shown.js'

const api = (type: string, classification: string) => `
openapi: 3.1.0
info: {title: Orders, version: 1.0.0}
paths:
  /orders:
    get:
      operationId: list
      responses:
        '200':
          description: Done.
          content:
            application/json:
              schema: {type: object, properties: {note: {type: ${type}, x-data-classification: ${classification}}}}
`

it.each([
  ['string', { strategy: 'full' }],
  ['string', { strategy: 'full', maskChar: '#' }],
  ['string', { strategy: 'full', replacement: 'hidden' }],
  ['integer', { strategy: 'full' }],
  ['boolean', { strategy: 'partial' }],
  ['integer', { strategy: 'regex', pattern: '1' }],
  ['string', { strategy: 'remove' }],
] as const)('%s: %o', async (type, masking) => {
  const values = { string: 'abcdefgh', integer: 1, boolean: true }
  const text = maskValue(values[type], { ...masking, sensitivity: 'restricted', field: 'note' }, undefined)
  const body = text === undefined ? '{}' : `{"note":${text}}`
  const classification = `{sensitivity: restricted, masking: ${JSON.stringify(masking)}}`
  const [shown] = await shownBy('classification-raised', api(type, 'internal'), api(type, classification))
  expect(shown?.split('\nnow ')[1]).toBe(`HTTP/1.1 200\nContent-Type: application/json\n\n${body}`)
})
