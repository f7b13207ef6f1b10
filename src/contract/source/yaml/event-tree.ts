import { COLLECTION_STYLE, EVENT_ID, type Event } from 'js-yaml'
import { endOf, isBlock, offsetOf } from './event-range.js'

/** Events of a document with what is needed to walk them like a tree, skipping what is of no interest. */
export interface EventTree {
  readonly text: string
  readonly events: readonly Event[]
  /** Index of the first event behind the node that starts at an index. */
  next(index: number): number
  /** Index of the node that an alias stands for. */
  target(alias: number): number | undefined
  /** Offsets of a node; undefined for one without any text: `key:` with nothing behind it. */
  range(index: number): { readonly start: number; readonly end: number } | undefined
}

export function createEventTree(text: string, events: readonly Event[]): EventTree {
  // For an event that opens, the index of the one that closes; for one that closes, of the one that opens.
  const partners = new Int32Array(events.length)
  const targets = new Map<number, number>()
  const anchors = new Map<string, number>()
  const opened: number[] = []
  events.forEach((event, index) => {
    if (event.type === EVENT_ID.POP) {
      const opener = opened.pop() ?? 0
      partners[index] = opener
      partners[opener] = index
    } else if (event.type === EVENT_ID.ALIAS) {
      const target = anchors.get(text.slice(event.anchorStart, event.anchorEnd))
      if (target !== undefined) targets.set(index, target)
    } else {
      if (event.type !== EVENT_ID.SCALAR) opened.push(index)
      if (event.type !== EVENT_ID.DOCUMENT && event.anchorStart >= 0) {
        anchors.set(text.slice(event.anchorStart, event.anchorEnd), index)
      }
    }
  })

  const isCollection = (event: Event | undefined) =>
    event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE

  return {
    text,
    events,
    next: (index) => (isCollection(events[index]) ? (partners[index] ?? index) : index) + 1,
    target: (alias) => targets.get(alias),
    range(index) {
      const event = events[index]
      const start = event ? startOf(text, event) : -1
      if (!event || start < 0) return undefined
      if (!isCollection(event)) return { start, end: Math.max(start, endOf(text, event)) }
      return { start, end: Math.max(start, endOfCollection(partners[index] ?? index)) }
    },
  }

  /** The last text inside, then the brackets that close what is in flow style, from the inside out. */
  function endOfCollection(closing: number): number {
    let last = closing
    let end = -1
    while (end < 0) end = endOf(text, events[--last] as Event)
    for (let index = last; index <= closing; index++) {
      const opener = events[events[index]?.type === EVENT_ID.POP ? (partners[index] ?? 0) : -1]
      if (opener?.type !== EVENT_ID.MAPPING && opener?.type !== EVENT_ID.SEQUENCE) continue
      if (opener.style !== COLLECTION_STYLE.FLOW) continue
      const bracket = text[opener.start]
      // A pair in a flow sequence, `[a: b]`, is a mapping without brackets.
      if (bracket === '{' || bracket === '[') end = behindBracket(text, end, bracket === '{' ? '}' : ']')
    }
    return end
  }
}

function startOf(text: string, event: Event): number {
  const start = offsetOf(event)
  if (event.type !== EVENT_ID.SCALAR || !isBlock(event) || start < event.valueStart) return start
  // The indicator of a block scalar stands on the line before its text.
  const lineEnd = text.lastIndexOf('\n', event.valueStart - 1)
  const line = text.slice(text.lastIndexOf('\n', lineEnd - 1) + 1, lineEnd)
  const indicator = /[|>][-+0-9]*[ \t]*(?:#.*)?\r?$/.exec(line)
  return indicator ? lineEnd - line.length + indicator.index : start
}

function behindBracket(text: string, from: number, bracket: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === bracket) return at + 1
    if (text[at] === '#') at = Math.max(at, text.indexOf('\n', at))
  }
  return from
}
