import { type JsonObject, own } from '../../util/own.js'
import type { Annotated, Lifecycle, Origin } from '../model/index.js'
import type { Problems } from '../problem.js'
import { type Extension, firstOf, readExtension } from './extension.js'
import { about, choice, either, map, record, type Shape } from './shape.js'
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

/** `x-lifecycle`, or `x-stability-level` and `x-sunset` as found elsewhere. */
export function readLifecycle(node: JsonObject, at: Origin, problems: Problems): Extension<Lifecycle> {
  return Object.hasOwn(node, 'x-lifecycle')
    ? readExtension(node, at, 'x-lifecycle', lifecycleShape, problems)
    : readForeign(node, at, problems)
}

/**
 * A beta is in use under a promise, so it counts as active; an alpha is an experiment. `deprecated` beside them is what
 * gives a sunset its sense.
 */
const stages = { draft: 'draft', alpha: 'experimental', beta: 'active', stable: 'active' } as const
const stage = map(choice(['draft', 'alpha', 'beta', 'stable']), (name): Lifecycle['state'] => stages[name])

/** The day is what counts of a date with a time. */
const day: Shape<string> = {
  ...date,
  read: (value, place) =>
    date.read(
      typeof value === 'string' ? value.replace(/^(\d{4}-\d{2}-\d{2})[Tt ][\d:.+Zz-]{1,40}$/u, '$1') : value,
      place,
    ),
}

function readForeign(node: JsonObject, at: Origin, problems: Problems): Extension<Lifecycle> {
  if (firstOf(node, ['x-stability-level', 'x-sunset']) === undefined) return undefined
  const level = readExtension(node, at, 'x-stability-level', stage, problems, 'warning')
  const sunset = readExtension(node, at, 'x-sunset', day, problems, 'warning')
  const [readLevel, readSunset] = [readable(level), readable(sunset)]
  const where = readSunset ?? readLevel
  if (!where) return 'unreadable'
  const isDeprecated = own(node, 'deprecated') === true
  const value: Lifecycle = {
    state: isDeprecated ? 'deprecated' : (readLevel?.value ?? 'active'),
    ...(readSunset && { sunset: readSunset.value }),
  }
  return { value, at: where.at }
}

function readable<T>(read: Extension<T>): Annotated<T> | undefined {
  return read === 'unreadable' ? undefined : read
}
