import type { OperationDraft } from './operation-ids.js'
import { readPathItem, type Surroundings } from './path-items.js'
import { readTemplate, shapeOf, strayPartOf } from './path-template.js'
import { asObject, type Entry, entriesOf, type Node, objectOf, type Reading } from './reading.js'

type Inherited = Pick<Surroundings, 'governance' | 'security' | 'schemes'>

/** The operations under `paths`. */
export function readPaths(reading: Reading, node: Node, inherited: Inherited): readonly OperationDraft[] {
  const byShape = new Map<string, Entry>()
  return entriesOf(reading, node, 'paths').flatMap((entry) => {
    const path = entry.key
    const template = readTemplate(path)
    if ('reason' in template) {
      reading.problems.report('TK1109', { path, reason: template.reason }, { at: entry.at, part: 'key' })
      return []
    }
    const part = strayPartOf(path)
    if (part !== undefined) reading.problems.report('TK1132', { path, part }, { at: entry.at, part: 'key' })
    checkEquivalent(reading, byShape, entry)
    const item = asObject(reading, path, entry.value, entry.at)
    return item ? readItem(reading, item, { ...inherited, role: 'path', path }) : []
  })
}

/** Paths that differ in the names of parameters only: no router tells them apart. */
function checkEquivalent({ problems }: Reading, byShape: Map<string, Entry>, entry: Entry): void {
  const shape = shapeOf(entry.key)
  const first = byShape.get(shape)
  if (!first) {
    byShape.set(shape, entry)
    return
  }
  const related = [{ message: 'first written here', at: first.at, part: 'key' as const }]
  problems.report('TK1112', { path: entry.key, other: first.key }, { at: entry.at, part: 'key', related })
}

/** `webhooks` since 3.1; `x-webhooks` is what they were called before. */
export function readWebhooks(reading: Reading, node: Node, inherited: Inherited): readonly OperationDraft[] {
  const field = reading.version === '3.1' || reading.version === '3.2' ? 'webhooks' : 'x-webhooks'
  if (!objectOf(reading, node, field)) return []
  return entriesOf(reading, node, field).flatMap(({ key, value, at }) => {
    const item = asObject(reading, key, value, at)
    return item ? readItem(reading, item, { ...inherited, role: 'webhook', path: key }) : []
  })
}

function readItem(reading: Reading, item: Node, around: Surroundings): readonly OperationDraft[] {
  const known = reading.alike?.operations(item.value, item.at)
  return (
    known?.map((operation) => ({ ...operation, operationId: operation.id, known: operation })) ??
    readPathItem(reading, item, around)
  )
}
