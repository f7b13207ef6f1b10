/**
 * JSON of a value, indented by two. Unlike `JSON.stringify` it does not run out of stack on deep payloads, and what
 * would act on a terminal (C1 controls, bidirectional controls, zero-width characters) is written as `\uXXXX`, which
 * reads back as the same text.
 */
export function serialise(value: unknown): string {
  const text = isDeep(value, 0) ? write(value) : JSON.stringify(value ?? null, undefined, 2)
  return text.replace(acting, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const acting = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** Whether it goes down further than it is indented. */
function isDeep(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth === deepest) return true
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  return members.some((member) => isDeep(member, depth + 1))
}

/** A list or an object that is being written. */
interface Frame {
  readonly close: ']' | '}'
  /** Undefined for a list. */
  readonly keys: readonly string[] | undefined
  readonly values: readonly unknown[]
  next: number
}

function write(value: unknown): string {
  const parts: string[] = []
  const stack: Frame[] = []
  open(value, parts, stack)
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const { keys, values, next, close } = frame
    if (next === values.length) {
      stack.pop()
      parts.push(next > 0 ? newLine(stack.length) : '', close)
      continue
    }
    frame.next++
    parts.push(next > 0 ? ',' : '', newLine(stack.length))
    if (keys) parts.push(JSON.stringify(keys[next]), ': ')
    open(values[next], parts, stack)
  }
  return parts.join('')
}

/** Past a depth that nobody reads, indentation alone would be quadratic. */
const deepest = 64
const indents = Array.from({ length: deepest + 1 }, (_, depth) => `\n${'  '.repeat(depth)}`)

function newLine(depth: number): string {
  return indents[Math.min(depth, deepest)] ?? ''
}

function open(value: unknown, parts: string[], stack: Frame[]): void {
  if (Array.isArray(value)) {
    parts.push('[')
    stack.push({ close: ']', keys: undefined, values: value, next: 0 })
  } else if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined)
    const [keys, values] = [members.map(([key]) => key), members.map(([, member]: [string, unknown]) => member)]
    parts.push('{')
    stack.push({ close: '}', keys, values, next: 0 })
  } else {
    parts.push(value === undefined ? 'null' : JSON.stringify(value))
  }
}
