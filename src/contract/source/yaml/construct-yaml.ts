import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import { escapeToken } from '../../../util/json-pointer.js'
import { isArray, isObject, type JsonObject, type JsonValue, setOwn } from '../../../util/own.js'
import { losesIntegerDigits } from '../integer.js'
import type { ParseContext, Parsed } from '../parse-context.js'
import { endOf, offsetOf } from './event-range.js'
import { findKey } from './find-key.js'
import { plainScalar } from './plain-scalar.js'
import { directivesOf } from './read-events.js'
import { type CoreTag, coreTag, taggedScalar, tagName } from './tag.js'

/** A finished node with what it costs to use it again. */
interface Node {
  readonly value: JsonValue
  /** Values in it, aliases followed. */
  readonly size: number
  /** Levels in it, aliases followed; 0 for a scalar. */
  readonly height: number
}

interface Frame {
  readonly value: JsonValue[] | JsonObject
  readonly event: MappingEvent | SequenceEvent
  /** Index of the event. */
  readonly start: number
  readonly anchor: string | undefined
  /** The key whose value comes next; undefined when a key does. */
  key: string | undefined
  isMerge: boolean
  /** Where the key stands, as index of its event. */
  keyEvent: number
  /** Keys that came by a merge only: the object's own replace them. */
  merged: Set<string> | undefined
  size: number
  height: number
}

interface Anchor extends Node {
  uses: number
}

type Constructed = Pick<Parsed, 'value' | 'nodes'>

/** Thrown to end the construction at a problem that has been reported. */
class Refused extends Error {}

const maxDuplicates = 100

/** Small documents may repeat themselves as they like: growth counts from this many values on. */
const growthFloor = 10_000

/**
 * Builds plain data from the events of a document. Aliases share the object they stand for, but count as copies, since
 * whoever walks the data walks them as such. Undefined when the document is refused, which has been reported then.
 */
export function constructYaml(context: ParseContext, events: readonly Event[]): Constructed | undefined {
  const { source, limits, report } = context
  const { text } = source
  const directives = directivesOf(events)
  const anchors = new Map<string, Anchor>()
  const frames: Frame[] = []
  const written = events.length
  let nodes = 0
  let duplicates = 0
  let root: Node | undefined

  try {
    for (let index = 0; index < written; index++) step(events[index] as Event, index)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return undefined
  }
  return root && { value: root.value, nodes }

  function step(event: Event, index: number): void {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        count(1, event)
        if (isKeyNext()) beginPair(keyOf(event), event, index)
        else finish({ value: scalar(event), size: 1, height: 0 }, event, anchorOf(event))
        break
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        open(event, index)
        break
      case EVENT_ID.ALIAS:
        alias(event, index)
        break
      case EVENT_ID.POP:
        close()
        break
      default:
    }
  }

  function isKeyNext(): boolean {
    const frame = frames[frames.length - 1]
    return frame !== undefined && frame.key === undefined && !isArray(frame.value)
  }

  function open(event: MappingEvent | SequenceEvent, index: number): void {
    if (isKeyNext()) refuseKey(event, event.type === EVENT_ID.MAPPING ? 'an object' : 'a list')
    count(1, event)
    const isMapping = event.type === EVENT_ID.MAPPING
    if (event.tagStart >= 0) {
      const tag = tagOf(event)
      if (tag !== (isMapping ? 'map' : 'seq')) mismatch(event, isMapping ? 'an object' : 'a list')
    }
    if (frames.length >= limits.depth) tooDeep(event)
    frames.push({
      value: isMapping ? {} : [],
      event,
      start: index,
      anchor: anchorOf(event),
      key: undefined,
      isMerge: false,
      keyEvent: 0,
      merged: undefined,
      size: 1,
      height: 1,
    })
  }

  function close(): void {
    const frame = frames.pop()
    if (frame) finish(frame, frame.event, frame.anchor)
  }

  /** Hands a finished node to what it stands in. */
  function finish(node: Node, event: Event, anchor: string | undefined): void {
    if (anchor !== undefined) anchors.set(anchor, { value: node.value, size: node.size, height: node.height, uses: 0 })
    const frame = frames[frames.length - 1]
    if (!frame) {
      root = node
      return
    }
    frame.size += node.size
    if (node.height >= frame.height) frame.height = node.height + 1
    if (isArray(frame.value)) {
      frame.value.push(node.value)
    } else {
      addMember(frame, node.value, event)
      frame.key = undefined
    }
  }

  function addMember(frame: Frame, value: JsonValue, event: Event): void {
    const object = frame.value as JsonObject
    const key = frame.key as string
    if (frame.isMerge) merge(frame, value, event)
    else {
      if (Object.hasOwn(object, key) && !frame.merged?.delete(key)) reportDuplicate(frame, key)
      setOwn(object, key, value)
    }
  }

  /** Takes over the members of other objects; what is there already stays (YAML 1.1, `tag:yaml.org,2002:merge`). */
  function merge(frame: Frame, value: JsonValue, event: Event): void {
    const target = frame.value as JsonObject
    const sources = isArray(value) ? value : [value]
    if (!sources.every(isObject)) fail(() => report('TK1022', {}, { span: spanOf(event) }))
    frame.merged ??= new Set()
    for (const object of sources) {
      for (const key of Object.keys(object)) {
        if (Object.hasOwn(target, key)) continue
        frame.merged.add(key)
        setOwn(target, key, object[key])
      }
    }
  }

  function beginPair(key: string, event: ScalarEvent, index: number): void {
    const frame = frames[frames.length - 1] as Frame
    frame.key = key
    frame.keyEvent = index
    frame.isMerge = key === '<<' && (event.tagStart < 0 ? event.style === SCALAR_STYLE.PLAIN : tagOf(event) === 'merge')
    const anchor = anchorOf(event)
    if (anchor !== undefined) anchors.set(anchor, { value: key, size: 1, height: 0, uses: 0 })
  }

  /** Keys that are numbers, booleans or null are the text that they are written as: `200`, `1.0`. */
  function keyOf(event: ScalarEvent): string {
    if (event.tagStart >= 0) scalar(event)
    return getScalarValue(text, event)
  }

  function alias(event: AliasEvent, index: number): void {
    const name = text.slice(event.anchorStart, event.anchorEnd)
    const anchor = anchors.get(name)
    if (!anchor) return fail(() => report('TK1019', { anchor: name }, { span: spanOf(event) }))
    if (++anchor.uses > limits.aliasExpansions) {
      return fail(() => report('TK1017', { anchor: name, limit: limits.aliasExpansions }, { span: spanOf(event) }))
    }
    count(anchor.size, event)
    if (nodes > limits.aliasGrowth * Math.max(written, growthFloor)) {
      return fail(() => report('TK1018', { limit: limits.aliasGrowth }, { span: spanOf(event) }))
    }
    if (frames.length + anchor.height > limits.depth) tooDeep(event)
    if (!isKeyNext()) {
      finish(anchor, event, undefined)
      return
    }
    if (typeof anchor.value === 'object' && anchor.value !== null) refuseKey(event, 'an alias of an object or a list')
    const frame = frames[frames.length - 1] as Frame
    frame.key = String(anchor.value)
    frame.keyEvent = index
    frame.isMerge = false
  }

  function scalar(event: ScalarEvent): JsonValue {
    const content = getScalarValue(text, event)
    let value: JsonValue | undefined = content
    if (event.tagStart >= 0) value = taggedScalar(tagOf(event), content)
    else if (event.style === SCALAR_STYLE.PLAIN) value = plainScalar(content)
    if (value === undefined) mismatch(event, content)
    if (typeof value === 'number') checkNumber(value, content, event)
    return value
  }

  function checkNumber(value: number, content: string, event: ScalarEvent): void {
    if (!Number.isFinite(value)) fail(() => report('TK1012', { number: content }, { span: spanOf(event) }))
    if (losesIntegerDigits(value, content)) {
      report('TK1011', { number: content, rounded: String(value) }, { span: spanOf(event) })
    }
  }

  function tagOf(event: ScalarEvent | MappingEvent | SequenceEvent): CoreTag {
    const name = tagName(text.slice(event.tagStart, event.tagEnd), directives)
    const tag = coreTag(name)
    if (tag) return tag
    const span = source.span(event.tagStart, event.tagEnd, pointer())
    return fail(() => report('TK1020', { tag: text.slice(event.tagStart, event.tagEnd) }, { span }))
  }

  function mismatch(event: ScalarEvent | MappingEvent | SequenceEvent, content: string): never {
    const tag = text.slice(event.tagStart, event.tagEnd)
    return fail(() => report('TK1024', { text: content, tag }, { span: source.span(event.tagStart, event.tagEnd) }))
  }

  function refuseKey(event: Event, kind: string): never {
    return fail(() => report('TK1021', { kind }, { span: spanOf(event) }))
  }

  function tooDeep(event: Event): never {
    return fail(() => context.beyond('depth', offsetOf(event)))
  }

  function count(more: number, event: Event): void {
    nodes += more
    if (nodes > context.nodesLeft) fail(() => context.beyond('nodes', Math.max(0, offsetOf(event))))
  }

  function fail(tell: () => void): never {
    tell()
    throw new Refused()
  }

  /** Looking for the first key takes time, so a document full of duplicates tells of some only. */
  function reportDuplicate(frame: Frame, key: string): void {
    if (duplicates++ >= maxDuplicates) return
    const second = events[frame.keyEvent] as Event
    // The first one may be an alias, which has no text of its own to look for.
    const first = events[findKey(text, events, { start: frame.start, end: frame.keyEvent }, key)]
    const related = first ? [{ message: 'it stands here first', span: spanOf(first) }] : []
    report('TK1010', { key }, { span: spanOf(second), related })
  }

  function spanOf(event: Event) {
    const start = Math.max(0, offsetOf(event))
    return source.span(start, Math.max(start, endOf(text, event)), pointer())
  }

  function pointer(): string {
    return frames
      .map(({ key, value }) => (isArray(value) ? `/${value.length}` : key === undefined ? '' : `/${escapeToken(key)}`))
      .join('')
  }

  function anchorOf(event: ScalarEvent | MappingEvent | SequenceEvent): string | undefined {
    return event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd)
  }
}
