/**
 * JSON of a value, indented by two. Unlike `JSON.stringify` it does not run out of stack on deep payloads, and what
 * would act on a terminal (C1 controls, bidirectional controls, zero-width characters) is written as `\uXXXX`, which
 * reads back as the same text.
 */
export function serialise(value: unknown): string {
  return write(value).replace(acting, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const acting = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

interface Frame {
  readonly close: string
  readonly entries: Iterator<readonly [key: string | undefined, value: unknown]>
  first: boolean
}

function write(value: unknown): string {
  const parts: string[] = []
  const stack: Frame[] = []
  open(value, parts, stack)
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const next = frame.entries.next()
    if (next.done) {
      stack.pop()
      if (!frame.first) newLine(parts, stack.length)
      parts.push(frame.close)
      continue
    }
    if (!frame.first) parts.push(',')
    frame.first = false
    newLine(parts, stack.length)
    const [key, member] = next.value
    if (key !== undefined) parts.push(JSON.stringify(key), ': ')
    open(member, parts, stack)
  }
  return parts.join('')
}

function newLine(parts: string[], depth: number): void {
  // Past a depth that nobody reads, indentation alone would be quadratic.
  parts.push('\n', '  '.repeat(Math.min(depth, 64)))
}

function open(value: unknown, parts: string[], stack: Frame[]): void {
  if (Array.isArray(value)) {
    parts.push('[')
    stack.push({ close: ']', entries: items(value), first: true })
  } else if (typeof value === 'object' && value !== null) {
    parts.push('{')
    stack.push({ close: '}', entries: members(value), first: true })
  } else {
    parts.push(JSON.stringify(value))
  }
}

function* items(value: readonly unknown[]): Generator<readonly [undefined, unknown]> {
  for (const item of value) yield [undefined, item ?? null]
}

function* members(value: object): Generator<readonly [string, unknown]> {
  for (const [key, member] of Object.entries(value)) if (member !== undefined) yield [key, member]
}
