import { propertyKey } from '../../render/escape.js'
import type { CodeText, StrLit } from '../../render/text.js'

/** A literal up to this length stands on one line. */
const lineWidth = 100

export type Code = CodeText | StrLit
export type Entry = readonly [key: string, value: Code | undefined]

/** `{ a: 1, b: 2 }`, on one line when it fits. Keys may come from a contract. */
export function objectLiteral(entries: readonly Entry[]): CodeText {
  const members: string[] = []
  for (const [key, value] of entries) if (value !== undefined) members.push(member(key, value))
  return bracketed('{', members, '}', ' ')
}

export function arrayLiteral(items: readonly Code[]): CodeText {
  return bracketed('[', items, ']', '')
}

export const trueLiteral = 'true' as CodeText
export const falseLiteral = 'false' as CodeText

/** Name of a constant of the same module. */
export function constantName(name: string): CodeText {
  return name as CodeText
}

/** Each line after the first moved in; safe because no literal holds a line break. */
export function indented(text: string, by = '  '): string {
  return text.includes('\n') ? text.replaceAll('\n', `\n${by}`) : text
}

function member(key: string, value: Code): string {
  const name = propertyKey(key)
  return name === (value as string) && /^\w+$/.test(name) ? name : `${name}: ${value}`
}

function bracketed(open: string, members: readonly string[], close: string, padding: string): CodeText {
  if (members.length === 0) return `${open}${close}` as CodeText
  let length = 0
  let fits = true
  for (const text of members) {
    length += text.length + 2
    if (text.includes('\n')) fits = false
  }
  if (fits && length <= lineWidth) return `${open}${padding}${members.join(', ')}${padding}${close}` as CodeText
  // A lone object in a list hugs its brackets.
  const [only] = members
  if (open === '[' && members.length === 1 && only?.startsWith('{')) return `[${only}]` as CodeText
  return `${open}\n${members.map((text) => `  ${indented(text)},\n`).join('')}${close}` as CodeText
}
