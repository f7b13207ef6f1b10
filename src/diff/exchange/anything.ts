import type { Schema } from '../../contract/model/index.js'
import { anything } from '../../contract/schema/index.js'
import type { Containment, Projection } from '../containment/index.js'
import type { Edit } from '../edit/edit.js'
import type { Witness } from '../report.js'
import { inOrder, type Scene, senderOf } from './scene.js'

const described: ReadonlySet<string> = new Set(['schema', 'itemSchema', 'payload', 'headers'])

/** A value that went through while nothing described the place, and that the schema refuses which describes it now. */
export function refusedOfAnything(
  { field, action, from, to, key }: Edit,
  scene: Scene,
  { containment, projection }: { readonly containment: Containment; readonly projection: Projection },
): Witness | undefined {
  // Of parameters and headers it would be a text.
  if (field === undefined || !described.has(field) || !/^(?:media-type|message)\./.test(key)) return undefined
  const isDescribedNow = action === 'added'
  if (isDescribedNow !== scene.isRead) return undefined
  const schema = (isDescribedNow ? to : from) as Schema
  const { read: reader } = inOrder({ before: scene.before, after: scene.after }, scene)
  if (!reader) return undefined
  const verdict = containment.check(
    { schema: anything(schema.at), schemas: senderOf(scene).contract.schemas },
    { schema, schemas: reader.contract.schemas },
    projection,
  )
  return verdict.kind === 'breaking' ? { value: verdict.witness, reason: verdict.reason } : undefined
}
