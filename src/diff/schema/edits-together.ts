import type { Schema } from '../../contract/model/index.js'
import type { LocalEdit } from './local-edit.js'
import { type Step, type Trail, withChild } from './trail.js'

/** A schema with several edits made to it, or taken back, each in its place; the others stay the very same objects. */
export function withEdits(
  root: Schema,
  edits: readonly LocalEdit[],
  side: 'before' | 'after',
  make: (edit: LocalEdit, schema: Schema) => Schema,
): Schema {
  const current = new Map<Schema, Schema>()
  const now = (schema: Schema): Schema => current.get(schema) ?? schema
  for (const edit of edits) {
    const { schema, trail } = edit[side]
    replace(schema, trail, make(edit, now(schema)))
  }
  return now(root)

  function replace(schema: Schema, trail: Trail | undefined, made: Schema): void {
    let [place, child, old] = [schema, made, now(schema)]
    for (let way = trail; way; way = way.before) {
      current.set(place, child)
      const holder = now(way.from)
      ;[place, child, old] = [way.from, withOther(holder, way.step, old, child), holder]
    }
    current.set(place, child)
  }
}

/** With another schema in place of one that it holds, which an edit before may have moved. */
function withOther(holder: Schema, step: Step, old: Schema, made: Schema): Schema {
  const role = step.role === 'ref' && holder.ref === undefined ? 'allOf' : step.role
  const list = role === 'ref' ? undefined : holder[role]
  if (!Array.isArray(list)) return withChild(holder, step, made)
  const index = (list as readonly Schema[]).indexOf(old)
  return index < 0 ? holder : withChild(holder, { role: role as 'allOf', key: index }, made)
}
