import { describe, expect, test } from 'vitest'
import type { Schema } from '../../../src/contract/model/index.js'
import { alone } from '../../../src/diff/schema/congruence.js'
import type { LocalEdit } from '../../../src/diff/schema/local-edit.js'
import type { Trail } from '../../../src/diff/schema/trail.js'
import { judgedByAjv } from '../../support/judged-by-ajv.js'
import { sideOf } from '../../support/schema-side.js'

const whole = {
  type: 'object',
  required: ['sku', 'note'],
  properties: {
    sku: { type: 'string' },
    note: { type: 'string' },
    lines: { type: 'array', items: { type: 'integer' } },
  },
}

function editOf(schema: Schema, edit: Pick<LocalEdit, 'field' | 'change'>): LocalEdit {
  const part = { schema, trail: undefined }
  return { ...edit, before: part, after: part, made: undefined, takenBack: undefined }
}

/** As text, with the way that is left. */
function written(schema: Schema): unknown {
  const { kind: _kind, at: _at, properties, items, prefixItems, types, ...rest } = schema
  return {
    ...rest,
    ...(types && { type: types }),
    ...(items && { items: written(items) }),
    ...(prefixItems && { prefixItems: prefixItems.map(written) }),
    ...(properties && { properties: Object.fromEntries([...properties].map(([name, one]) => [name, written(one)])) }),
  }
}

describe('an edited schema, alone', () => {
  const { schema } = sideOf(whole)

  test('is the way to it, when it is a member', () => {
    const member = schema.properties!.get('sku')!
    const trail: Trail = { from: schema, step: { role: 'properties', key: 'sku' }, before: undefined }
    const edit = editOf(member, { field: 'maxLength', change: { action: 'added', to: 3 } })
    expect(written(alone(edit, { ...member, maxLength: 3 }, [trail]))).toEqual({
      properties: { sku: { type: ['string'], maxLength: 3 } },
    })
  })

  test('keeps positions before an item', () => {
    const { schema: list } = sideOf({
      prefixItems: [{ type: 'string' }, { type: 'string' }],
      items: { type: 'integer' },
    })
    const edit = editOf(list.items!, { field: 'minimum', change: { action: 'added', to: 1 } })
    const item = { ...list.items!, minimum: 1 }
    const trail: Trail = { from: list, step: { role: 'items' }, before: undefined }
    const found = written(alone(edit, item, [trail])) as object
    expect(found).toEqual({
      prefixItems: [{ always: true }, { always: true }],
      items: { type: ['integer'], minimum: 1 },
    })
    const second: Trail = { from: list, step: { role: 'prefixItems', key: 1 }, before: undefined }
    expect(written(alone(edit, item, [second]))).toEqual({
      prefixItems: [{ always: true }, { type: ['integer'], minimum: 1 }],
    })
  })

  test('is the member that came and whether it is required', () => {
    const made = {
      ...schema,
      required: ['new', 'note', 'sku'],
      properties: new Map(schema.properties).set('new', schema),
    }
    const edit = editOf(schema, { field: 'properties', change: { action: 'added', to: schema, member: 'new' } })
    expect(alone(edit, made, [])).toMatchObject({ required: ['new'], properties: new Map([['new', schema]]) })
  })

  test('is whole where members depend on one another', () => {
    const { schema: closed } = sideOf({ ...whole, additionalProperties: false })
    const edit = editOf(closed, { field: 'properties', change: { action: 'removed', member: 'note' } })
    expect(alone(edit, closed, [])).toBe(closed)
  })

  test.each([
    [{ sku: 'a', note: 'b' }, true],
    [{ sku: 'a', note: 'b', lines: [1] }, true],
    [{ sku: 'abcd', note: 'b' }, false],
  ])('refuses what the edited whole refuses of what was accepted: %j', (value, expected) => {
    const edited = { ...whole, properties: { ...whole.properties, sku: { type: 'string', maxLength: 3 } } }
    const member = schema.properties!.get('sku')!
    const trail: Trail = { from: schema, step: { role: 'properties', key: 'sku' }, before: undefined }
    const edit = editOf(member, { field: 'maxLength', change: { action: 'added', to: 3 } })
    const part = written(alone(edit, { ...member, maxLength: 3 }, [trail])) as object
    expect([judgedByAjv(edited, value), judgedByAjv(part, value)]).toEqual([expected, expected])
  })
})
