import { isArray, isObject, type JsonObject, type JsonValue, own } from '../../../util/own.js'

/**
 * What stands at the places of a value that one schema judges: the value itself, or all items of a list. The same place
 * is always the same spot, so that what has been rendered for a schema and a spot can be used again.
 */
export interface Spot {
  readonly id: number
  readonly values: readonly JsonValue[]
  readonly texts: readonly string[]
  readonly objects: readonly JsonObject[]
  readonly lists: readonly (readonly JsonValue[])[]
  readonly hasNumbers: boolean
  /** Names of all members of the objects, sorted out of nothing: in the order of the values. */
  readonly names: ReadonlySet<string>
  /** Items of the longest list. */
  readonly length: number
  /** Members with one of these names. */
  members(names: readonly string[]): Spot
  item(index: number): Spot
  /** Items from this one on. */
  items(from: number): Spot
  /** The names of all members, as values. */
  asNames(): Spot
  /** The objects that have this member. */
  having(name: string): Spot
}

export function createSpots(value: JsonValue): Spot {
  let count = 0
  return spotOf([value])

  function spotOf(values: readonly JsonValue[]): Spot {
    const known = new Map<string, Spot>()
    const texts = values.filter((one) => typeof one === 'string')
    const objects = values.filter(isObject)
    const lists = values.filter(isArray)
    const names = new Set(objects.flatMap((one) => Object.keys(one)))
    const once = (key: string, find: () => readonly JsonValue[]): Spot => {
      let spot = known.get(key)
      if (!spot) {
        spot = spotOf(find())
        known.set(key, spot)
      }
      return spot
    }
    const spot: Spot = {
      id: count++,
      values,
      texts,
      objects,
      lists,
      hasNumbers: values.some((one) => typeof one === 'number'),
      names,
      length: lists.reduce((longest, list) => Math.max(longest, list.length), 0),
      members: (wanted) =>
        once(`members ${JSON.stringify(wanted)}`, () =>
          objects.flatMap((one) => wanted.flatMap((name) => present(own(one, name)))),
        ),
      item: (index) => once(`item ${index}`, () => lists.flatMap((list) => present(list[index]))),
      items: (from) => once(`items ${from}`, () => lists.flatMap((list) => list.slice(from))),
      asNames: () => once('names', () => [...names]),
      having(name) {
        const holders = objects.filter((one) => Object.hasOwn(one, name))
        return holders.length === values.length ? spot : once(`having ${name}`, () => holders)
      },
    }
    return spot
  }
}

/** Whether a member is called as what every object inherits: `constructor`, `__proto__`. */
export function hasInheritedNames(start: JsonValue): boolean {
  const pending = [start]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (isArray(value)) for (const item of value) pending.push(item)
    else if (isObject(value)) {
      for (const name of Object.keys(value)) {
        if (name in Object.prototype) return true
        pending.push(value[name] as JsonValue)
      }
    }
  }
  return false
}

function present(value: JsonValue | undefined): readonly JsonValue[] {
  return value === undefined ? [] : [value]
}
