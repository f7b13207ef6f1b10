import type { HttpOperation, Origin } from '../model/index.js'
import { below, type Reading } from './reading.js'

/** An operation before it has its final id: an id must be unique among all of them. */
export type OperationDraft = Omit<HttpOperation, 'id' | 'named'> & {
  readonly operationId?: string
  /** Names a callback: that of the operation which brings it. */
  readonly within?: string
  /** As it has been read for another contract; it has a name of its own. */
  readonly known?: HttpOperation
}

/** Gives every operation its id: as declared, else made from method and path, the same in every run. */
export function nameOperations(reading: Reading, drafts: readonly OperationDraft[]): readonly HttpOperation[] {
  const declared = new Map<string, OperationDraft>()
  const taken = new Set<string>()
  for (const draft of drafts) if (draft.operationId !== undefined) taken.add(draft.operationId)
  return drafts.map((draft) => {
    const { operationId, ...operation } = withoutHints(draft)
    if (operationId === undefined) {
      reading.tally.count('TK1122', {}, { at: operation.at })
      return { ...operation, id: makeId(draft, taken), named: false }
    }
    const first = declared.get(operationId)
    if (!first) {
      declared.set(operationId, draft)
      return draft.known ?? { ...operation, id: operationId, named: true }
    }
    const id = makeId(draft, taken)
    if (same(first.at, operation.at)) {
      reading.problems.report('TK1123', { id: operationId, path: operation.path, name: id }, { at: operation.at })
    } else {
      const related = [{ message: 'first used here', at: below(first.at, 'operationId') }]
      reading.problems.report('TK1108', { id: operationId }, { at: below(operation.at, 'operationId'), related })
    }
    return { ...operation, id, named: false }
  })
}

function withoutHints(draft: OperationDraft): Omit<OperationDraft, 'within' | 'known'> {
  const { within: _within, known: _known, ...operation } = draft
  return operation
}

/** `GET /orders/{orderId}/lines` is `getOrdersByOrderIdLines`. */
function makeId({ method, path, role, within }: OperationDraft, taken: Set<string>): string {
  const words = path.replaceAll(/\{([^{}]*)\}/g, ' by $1 ').match(/[\p{L}\p{N}]+/gu) ?? ['root']
  const verb = (method.match(/[\p{L}\p{N}]+/gu) ?? ['call']).map(capital).join('')
  const subject = words.map(capital).join('')
  const base =
    role === 'path'
      ? `${verb.charAt(0).toLowerCase()}${verb.slice(1)}${subject}`
      : role === 'webhook'
        ? `on${subject}${verb === 'Post' ? '' : verb}`
        : `${within ?? 'callback'}${verb}`
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}${count}`
  taken.add(id)
  return id
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function same(before: Origin, after: Origin): boolean {
  return before.document === after.document && before.pointer === after.pointer
}
