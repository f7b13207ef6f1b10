import { EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'

/** Offset of a node's first character, its tag and anchor included; -1 for an event that has none. */
export function offsetOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return firstOf(event.anchorStart - 1, event.tagStart, scalarStart(event))
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return firstOf(event.anchorStart - 1, event.tagStart, event.start)
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1
    default:
      return -1
  }
}

function firstOf(...offsets: readonly number[]): number {
  const real = offsets.filter((offset) => offset >= 0)
  return real.length > 0 ? Math.min(...real) : -1
}

/** Offset of a scalar's own text, quotes included; of a block scalar, that of its first line. */
function scalarStart(event: ScalarEvent): number {
  return isQuoted(event) ? event.valueStart - 1 : event.valueStart
}

function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED
}

export function isBlock({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK
}

/** Offset behind an event's own text; -1 when it has none. */
export function endOf(text: string, event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return endOfScalar(text, event)
    case EVENT_ID.ALIAS:
      return event.anchorEnd
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start + 1
    default:
      return -1
  }
}

function endOfScalar(text: string, event: ScalarEvent): number {
  if (event.valueStart < 0) return Math.max(event.anchorEnd, event.tagEnd)
  if (isQuoted(event)) return event.valueEnd + 1
  let end = event.valueEnd
  // The line break behind a block scalar belongs to it; a mark under it should not run into the next line.
  while (end > event.valueStart && isBreak(text.charCodeAt(end - 1))) end--
  return end
}

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d
}
