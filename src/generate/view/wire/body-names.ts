import type { PlannedOperation, PlannedResponse } from '../../plan/types.js'

/** What the type of a request's body is called when it is worth a name: `CreateOrderBody`. */
export function requestBodyName({ pascal }: PlannedOperation): string {
  return `${pascal}Body`
}

/** `ListOrdersOkBody`. */
export function answerBodyName({ pascal }: PlannedOperation, { responder }: PlannedResponse): string {
  return `${pascal}${responder.charAt(0).toUpperCase()}${responder.slice(1)}Body`
}

/** All names that bodies of the operations may take in a module, so that imports keep clear of them. */
export function bodyNames(operations: readonly PlannedOperation[]): readonly string[] {
  return operations.flatMap((planned) => [
    ...numbered(requestBodyName(planned), planned.body?.content.length ?? 0),
    ...planned.responses.flatMap((answer) => numbered(answerBodyName(planned, answer), answer.content.length)),
  ])
}

/** The name of one of several alternatives: `Body`, `Body2`. */
export function numberedName(name: string, index: number): string {
  return index === 0 ? name : `${name}${index + 1}`
}

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => numberedName(name, index))
}
