import { isArray, type JsonValue } from '../../../util/own.js'
import { createFindSpans } from '../find-spans.js'
import type { ParseContext, Parsed } from '../parse-context.js'
import { createSpanOf } from '../positions.js'
import { bytePositions } from './byte-positions.js'
import { inspectJson } from './inspect-json.js'
import { locateJson } from './locate-json.js'
import { measureJson } from './measure-json.js'

/**
 * Parses JSON with JSON.parse and looks closer only where it must: keys that stand twice are noticed by counting those
 * of the document against those of the value.
 */
export function parseJson(context: ParseContext): Parsed | undefined {
  const { source, limits } = context
  const { file, bytes } = source
  const measured = measureJson(bytes, { depth: limits.depth, nodes: context.nodesLeft })
  if (measured.beyond) {
    context.beyond(measured.beyond.limit, bytes.toString('utf8', 0, measured.beyond.at).length)
    return undefined
  }
  let value: JsonValue
  try {
    value = JSON.parse(source.text) as JsonValue
  } catch {
    const { syntax } = inspectJson(source.text)
    const { start, end, reason } = syntax ?? { start: 0, end: 0, reason: 'it cannot be parsed' }
    context.report('TK1006', { reason }, { span: source.span(start, end) })
    return undefined
  }
  const counted = countKeys(value)
  if (counted.keys !== measured.keys || counted.hasLargeNumber) reportFindings(context)
  const { nodes, layout } = measured
  const spanOf = createSpanOf(file, bytePositions(bytes, layout.lines))
  const findSpans = createFindSpans((root) => locateJson(bytes, layout, root), spanOf)
  return { format: 'json', value, nodes, mayIdentify: counted.hasIdentifier, findSpans }
}

/** A document full of mistakes tells of some only. */
const maxReported = 100

function reportFindings({ source, report }: ParseContext): void {
  const { duplicates, numbers } = inspectJson(source.text)
  for (const { key, pointer, start, end, first } of duplicates.slice(0, maxReported)) {
    const related = [{ message: 'it stands here first', span: source.span(first.start, first.end, pointer) }]
    report('TK1010', { key }, { span: source.span(start, end, pointer), related })
  }
  for (const { text, pointer, start, end } of numbers.slice(0, maxReported)) {
    const span = source.span(start, end, pointer)
    if (Number.isFinite(Number(text))) report('TK1011', { number: text, rounded: String(Number(text)) }, { span })
    else report('TK1012', { number: text }, { span })
  }
}

const identifiers: ReadonlySet<string> = new Set(['$id', '$anchor', '$dynamicAnchor', '$recursiveAnchor'])

interface Counted {
  readonly keys: number
  readonly hasLargeNumber: boolean
  readonly hasIdentifier: boolean
}

function countKeys(root: JsonValue): Counted {
  let keys = 0
  let hasLargeNumber = false
  let hasIdentifier = false
  const stack: JsonValue[] = [root]
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value === 'number') {
      if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) hasLargeNumber = true
    } else if (typeof value === 'object' && value !== null) {
      if (isArray(value)) {
        for (let index = 0; index < value.length; index++) stack.push(value[index] as JsonValue)
      } else {
        for (const key in value) {
          keys++
          if (key.startsWith('$') && identifiers.has(key)) hasIdentifier = true
          stack.push(value[key] as JsonValue)
        }
      }
    }
  }
  return { keys, hasLargeNumber, hasIdentifier }
}
