import { EVENT_ID, type Event, getScalarValue } from 'js-yaml'

/** Index of the first key of that name in a mapping, between the event that opens it and another; -1 for none. */
export function findKey(
  text: string,
  events: readonly Event[],
  range: { readonly start: number; readonly end: number },
  key: string,
): number {
  let depth = 0
  let isKey = true
  for (let index = range.start + 1; index < range.end; index++) {
    const event = events[index]
    if (event === undefined) break
    if (depth === 0 && isKey && event.type === EVENT_ID.SCALAR && getScalarValue(text, event) === key) return index
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) depth++
    else if (event.type === EVENT_ID.POP) depth--
    if (depth === 0) isKey = !isKey
  }
  return -1
}
