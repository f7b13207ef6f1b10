import type { JsonObject } from '../../util/own.js'
import type { Lifecycle, Origin } from '../model/index.js'
import type { Problems } from '../problem.js'
import { type Extension, readExtension } from './extension.js'
import { about, choice, either, map, record } from './shape.js'
import { contractRef, date } from './text.js'

const state = choice(['draft', 'experimental', 'active', 'deprecated', 'retired'])

export const lifecycleShape = either(
  map(state, (name): Lifecycle => ({ state: name })),
  record(
    {
      state,
      sunset: about('The day from which it is gone.', date),
      successor: about('What takes its place.', contractRef),
    },
    ['state'],
  ),
)

/** `x-lifecycle`. */
export function readLifecycle(node: JsonObject, at: Origin, problems: Problems): Extension<Lifecycle> {
  return readExtension(node, at, 'x-lifecycle', lifecycleShape, problems)
}
