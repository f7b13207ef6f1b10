import type { OperationClasses } from '../../contract/annotation/effective.js'
import type { Operation } from '../../contract/model/index.js'
import type { CarriedData } from '../model/index.js'

/** What an operation gives out, and what it takes in. */
export interface Directions {
  readonly out: CarriedData
  readonly in: CarriedData
}

const nothing: CarriedData = { categories: [] }

/** A message that is sent leaves; the request of a call comes in. */
export function directionsOf(operation: Operation, classes: OperationClasses | undefined): Directions {
  if (!classes) return { out: nothing, in: nothing }
  const { request, response } = classes
  const [given, taken] =
    operation.kind === 'channel' && operation.action === 'send' ? [request, response] : [response, request]
  return { out: dataOf(given), in: dataOf(taken) }
}

function dataOf({ sensitivity, categories }: CarriedData): CarriedData {
  return { ...(sensitivity !== undefined && { sensitivity }), categories }
}
