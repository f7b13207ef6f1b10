import type { OperationDraft } from './operation-ids.js'
import { readPathItem, type Surroundings } from './path-items.js'
import { readTemplate, shapeOf } from './path-template.js'
import { asObject, type Entry, entriesOf, type Node, objectOf, type Reading } from './reading.js'

type Inherited = Pick<Surroundings, 'governance' | 'security' | 'schemes'>

/** The operations under `paths`. */
export function readPaths(reading: Reading, node: Node, inherited: Inherited): readonly OperationDraft[] {
  const seen: ReadPath[] = []
  const byShape = new Map<string, ReadPath>()
  for (const entry of entriesOf(reading, node, 'paths')) {
    const template = readTemplate(entry.key)
    if ('reason' in template) {
      reading.problems.report('TK1109', { path: entry.key, reason: template.reason }, { at: entry.at, part: 'key' })
      continue
    }
    const item = asObject(reading, entry.key, entry.value, entry.at)
    if (!item) continue
    const read = { entry, operations: readPathItem(reading, item, { ...inherited, role: 'path', path: entry.key }) }
    checkEquivalent(reading, byShape, read)
    seen.push(read)
  }
  return seen.flatMap(({ operations }) => operations)
}

interface ReadPath {
  readonly entry: Entry
  readonly operations: readonly OperationDraft[]
}

/** Paths that differ in the names of parameters only: a router cannot serve one method of both. */
function checkEquivalent({ problems }: Reading, byShape: Map<string, ReadPath>, read: ReadPath): void {
  const shape = shapeOf(read.entry.key)
  const first = byShape.get(shape)
  if (!first) {
    byShape.set(shape, read)
    return
  }
  const methods = new Set(first.operations.flatMap(({ role, method }) => (role === 'path' ? method : [])))
  const clash = read.operations.some(({ role, method }) => role === 'path' && methods.has(method))
  const related = [{ message: 'first written here', at: first.entry.at, part: 'key' as const }]
  const params = { path: read.entry.key, other: first.entry.key }
  const severity = clash ? 'error' : 'warning'
  problems.report('TK1112', params, { at: read.entry.at, part: 'key', related, severity })
}

/** `webhooks` since 3.1; `x-webhooks` is what they were called before. */
export function readWebhooks(reading: Reading, node: Node, inherited: Inherited): readonly OperationDraft[] {
  const field = reading.version === '3.1' || reading.version === '3.2' ? 'webhooks' : 'x-webhooks'
  if (!objectOf(reading, node, field)) return []
  return entriesOf(reading, node, field).flatMap(({ key, value, at }) => {
    const item = asObject(reading, key, value, at)
    return item ? readPathItem(reading, item, { ...inherited, role: 'webhook', path: key }) : []
  })
}
