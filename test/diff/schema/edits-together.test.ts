import { expect, test } from 'vitest'
import type { Schema, SchemaId } from '../../../src/contract/model/index.js'
import { withEdits } from '../../../src/diff/schema/edits-together.js'
import type { LocalEdit } from '../../../src/diff/schema/local-edit.js'
import type { Trail } from '../../../src/diff/schema/trail.js'
import { sideOf } from '../../support/schema-side.js'

const { schema: root, schemas } = sideOf({
  properties: { a: { type: 'string' }, b: { type: 'array', items: { type: 'integer' } } },
  anyOf: [{ title: 'one' }, { title: 'two' }, { title: 'three' }],
  items: { $ref: '#/$defs/Named', required: ['x'] },
  $defs: { Named: { properties: { x: { type: 'string' }, y: { type: 'string' } } } },
})
const named = [...schemas].find(([id]) => id.endsWith('/Named'))![1]

function at(schema: Schema, trail?: Trail): LocalEdit {
  const part = { schema, trail }
  return {
    field: 'title',
    change: { action: 'added' },
    before: part,
    after: part,
    made: undefined,
    takenBack: undefined,
  }
}
const member = (holder: Schema, key: string, before?: Trail): LocalEdit =>
  at(holder.properties!.get(key)!, { from: holder, step: { role: 'properties', key }, before })
const branch = (key: number): LocalEdit =>
  at(root.anyOf![key]!, { from: root, step: { role: 'anyOf', key }, before: undefined })

const titled = (edits: readonly LocalEdit[]): Schema =>
  withEdits(root, edits, 'before', (_, schema) => ({ ...schema, title: `${schema.title ?? ''}!` }))

test('edits of several members are made together, and nothing else is copied', () => {
  const made = titled([member(root, 'a'), branch(1)])
  expect(made.properties?.get('a')).toMatchObject({ types: ['string'], title: '!' })
  expect(made.properties?.get('b')).toBe(root.properties!.get('b'))
  expect(made.anyOf?.map(({ title }) => title)).toEqual(['one', 'two!', 'three'])
})

test('edits of a schema and of what it holds, in either order', () => {
  for (const edits of [
    [member(root, 'a'), at(root)],
    [at(root), member(root, 'a')],
  ]) {
    const made = titled(edits)
    expect([made.title, made.properties?.get('a')?.title]).toEqual(['!', '!'])
  }
})

test('an alternative is found though others have gone', () => {
  const made = withEdits(root, [at(root), branch(2)], 'before', (_, schema) =>
    schema.anyOf ? { ...schema, anyOf: schema.anyOf.slice(1) } : { ...schema, title: 'edited' },
  )
  expect(made.anyOf?.map(({ title }) => title)).toEqual(['two', 'edited'])
})

test('several edits behind one reference', () => {
  const items = root.items!
  const over: Trail = {
    from: items,
    step: { role: 'ref' },
    before: { from: root, step: { role: 'items' }, before: undefined },
  }
  const made = titled([member(named, 'x', over), member(named, 'y', over)])
  const [target, ...more] = made.items?.allOf ?? []
  expect(made.items?.ref satisfies SchemaId | undefined).toBeUndefined()
  expect(more).toEqual([])
  expect([...target!.properties!.values()].map(({ title }) => title)).toEqual(['!', '!'])
})
