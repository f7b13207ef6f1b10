import type { PlannedOperation, PlannedResponse } from '../../plan/types.js'

/** What the type of a request's body is called when it is worth a name: `CreateOrderBody`. */
export function requestBodyName({ pascal }: PlannedOperation): string {
  return `${pascal}Body`
}

/** `ListOrdersOkBody`. */
export function answerBodyName({ pascal }: PlannedOperation, { responder }: PlannedResponse): string {
  return `${pascal}${responder.charAt(0).toUpperCase()}${responder.slice(1)}Body`
}

/** The name of one of several alternatives: `Body`, `Body2`. */
export function numberedName(name: string, index: number): string {
  return index === 0 ? name : `${name}${index + 1}`
}
