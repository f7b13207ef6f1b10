import { type DocumentEvent, EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml'
import type { ParseContext } from '../parse-context.js'
import { offsetOf } from './event-range.js'
import { parseLeniently } from './parse-leniently.js'

/** The events of the one document that the text must hold; undefined when it is broken, which has been reported then. */
export function readEvents(context: ParseContext): readonly Event[] | undefined {
  const { source, limits } = context
  let events: readonly Event[]
  try {
    const read = parseLeniently(source.text, parserDepth(limits.depth))
    events = read.events
    for (const at of read.misplaced) {
      context.report('TK1025', { bracket: source.text.charAt(at) }, { span: source.span(at, at + 1) })
    }
  } catch (error) {
    reportFailure(context, error)
    return undefined
  }
  const [, second] = events.flatMap((event, index) => (event.type === EVENT_ID.DOCUMENT ? [index] : []))
  if (second !== undefined) {
    const at = startOfDocument(source.text, events, second)
    context.report('TK1008', {}, { span: source.span(at, at + 3) })
    return undefined
  }
  if (isEmpty(events)) {
    context.report('TK1004', { file: source.file }, { span: source.span(0, 0) })
    return undefined
  }
  return events
}

/** Nothing but comments and marks. */
function isEmpty(events: readonly Event[]): boolean {
  const first = events.find(({ type }) => type !== EVENT_ID.DOCUMENT)
  return first === undefined || (first.type === EVENT_ID.SCALAR && offsetOf(first) < 0)
}

/** Events of a text that has been read before without problems. */
export function readEventsAgain(text: string, depth: number): readonly Event[] {
  return parseLeniently(text, parserDepth(depth)).events
}

/** The parser counts scalars and the document, too. Going beyond our own limit is noticed by us, at the right place. */
function parserDepth(depth: number): number {
  return depth + 2
}

function reportFailure(context: ParseContext, error: unknown): void {
  if (error instanceof RangeError) {
    // The parser is recursive: before our own limit is reached, its stack may end. Where, a lower limit tells.
    const at = firstDeeperThan(context.source.text, Math.min(context.limits.depth, 500))
    context.beyond('depth', at)
    return
  }
  if (!(error instanceof YAMLException)) throw error
  const at = error.mark?.position ?? 0
  if (error.reason.startsWith('nesting exceeded')) context.beyond('depth', at)
  else context.report('TK1007', { reason: error.reason }, { span: context.source.span(at, at + 1) })
}

function firstDeeperThan(text: string, depth: number): number {
  try {
    parseEvents(text, { maxDepth: depth })
  } catch (error) {
    if (error instanceof YAMLException) return error.mark?.position ?? 0
  }
  return 0
}

/** The `---` of a document, which stands somewhere before its first event. */
function startOfDocument(text: string, events: readonly Event[], document: number): number {
  const first = events.slice(document).find((event) => offsetOf(event) >= 0)
  const before = text.slice(0, first ? offsetOf(first) : text.length)
  return Math.max(0, before.search(/^---(?=\s[^]*$)(?![^]*^---\s)/m), before.lastIndexOf('\n---') + 1)
}

/** The directives (`%TAG`) of the document. */
export function directivesOf(events: readonly Event[]): DocumentEvent['directives'] {
  const [first] = events
  return first?.type === EVENT_ID.DOCUMENT ? first.directives : []
}
