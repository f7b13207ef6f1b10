import { isArray, type JsonValue } from '../../../util/own.js'
import type { ParseContext, Parsed } from '../parse-context.js'
import { inspectJson } from './inspect-json.js'
import { measureJson } from './measure-json.js'

/**
 * Parses JSON with JSON.parse and looks closer only where it must: keys that stand twice are noticed by counting those
 * of the text against those of the value.
 */
export function parseJson(context: ParseContext): Parsed | undefined {
  const { source, limits } = context
  const measured = measureJson(source.text, { depth: limits.depth, nodes: context.nodesLeft })
  if (measured.beyond) {
    context.beyond(measured.beyond.limit, measured.beyond.at)
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
  return { format: 'json', value, nodes: measured.nodes }
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

function countKeys(root: JsonValue): { readonly keys: number; readonly hasLargeNumber: boolean } {
  let keys = 0
  let hasLargeNumber = false
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
          stack.push(value[key] as JsonValue)
        }
      }
    }
  }
  return { keys, hasLargeNumber }
}
