import type { JsonObject } from '../../util/own.js'
import type { DataFlow, Origin } from '../model/index.js'
import type { Problems } from '../problem.js'
import { type Extension, readExtension } from './extension.js'
import { about, either, list, map, record } from './shape.js'
import { contractRef, identifier, operationId, prose } from './text.js'

const contracts = list(contractRef, 'a list of contracts', { single: true })

export const dataFlowShape = either(
  map(prose, (purpose): DataFlow => ({ purpose, reads: [], emits: [] })),
  map(
    record({
      purpose: about('What the data is used for.', prose),
      reads: about('Where data comes from.', contracts),
      emits: about('Where data goes.', contracts),
      pathway: about('The pathway it takes across a tenant boundary.', identifier),
    }),
    ({ reads = [], emits = [], ...rest }): DataFlow => ({ ...rest, reads, emits }),
  ),
)

/** `x-data-flow`. */
export function readDataFlow(node: JsonObject, at: Origin, problems: Problems): Extension<DataFlow> {
  return readExtension(node, at, 'x-data-flow', dataFlowShape, problems)
}

export const compensatedByShape = operationId

/** `x-compensated-by`: the operation that undoes this one. */
export function readCompensatedBy(node: JsonObject, at: Origin, problems: Problems): Extension<string> {
  return readExtension(node, at, 'x-compensated-by', compensatedByShape, problems)
}
