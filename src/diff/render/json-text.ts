import { isArray, isObject, type JsonValue } from '../../util/own.js'
import { clip } from './clip.js'

export interface JsonTextOptions {
  /** Characters, about; what is more becomes `…`. */
  readonly width: number
  /** Characters of one string. Default: as many as there is room for. */
  readonly strings?: number
  /** Default: one line. */
  readonly pretty?: boolean
}

// Deeper than anybody reads, and far from the end of the stack.
const depthShown = 32

/**
 * A value as JSON for people: `{"quantity": 1, "lines": [{…}]}`. What is too long is cut at a member or inside a string,
 * and every bracket is closed, so that it still looks like what it is. Never more work than what is shown.
 */
export function jsonText(value: JsonValue, options: JsonTextOptions): string {
  const writer: Writer = {
    parts: [],
    room: options.width,
    strings: options.strings ?? options.width,
    pretty: options.pretty === true,
  }
  write(value, 0, writer)
  return writer.parts.join('')
}

interface Writer {
  readonly parts: string[]
  room: number
  readonly strings: number
  readonly pretty: boolean
}

function write(value: JsonValue, depth: number, writer: Writer): void {
  if (isArray(value))
    writeMembers('[]', value.length, (index) => write(value[index] ?? null, depth + 1, writer), depth, writer)
  else if (isObject(value)) writeObject(value, depth, writer)
  else if (typeof value === 'string')
    put(JSON.stringify(clip(value, Math.min(writer.strings, Math.max(8, writer.room - 2)))), writer)
  else put(JSON.stringify(value), writer)
}

function writeObject(value: { readonly [key: string]: JsonValue }, depth: number, writer: Writer): void {
  const keys = Object.keys(value)
  const member = (index: number): void => {
    const key = keys[index] ?? ''
    put(`${JSON.stringify(clip(key, Math.max(8, writer.room - 4)))}: `, writer)
    write(value[key] ?? null, depth + 1, writer)
  }
  writeMembers('{}', keys.length, member, depth, writer)
}

function writeMembers(
  brackets: '[]' | '{}',
  count: number,
  member: (index: number) => void,
  depth: number,
  writer: Writer,
): void {
  const [open = '', close = ''] = brackets
  put(open, writer)
  if (count > 0 && (depth >= depthShown || writer.room <= 0)) put('…', writer)
  else {
    for (let index = 0; index < count; index++) {
      if (index > 0) put(writer.pretty ? ',' : ', ', writer)
      newLine(depth + 1, writer)
      if (writer.room <= 0) {
        put('…', writer)
        break
      }
      member(index)
    }
    if (count > 0) newLine(depth, writer)
  }
  put(close, writer)
}

function newLine(depth: number, writer: Writer): void {
  if (writer.pretty) put(`\n${'  '.repeat(depth)}`, writer)
}

function put(text: string, writer: Writer): void {
  writer.parts.push(text)
  writer.room -= text.length
}
