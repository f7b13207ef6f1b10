import type { TypeText } from './text.js'

/** A type expression with what is needed to put it into a larger one. */
export interface TypePart {
  readonly text: string
  /** What binds loosest in it. */
  readonly binds: 'atom' | 'intersection' | 'union'
  /** Of a union: its members, so that unions of unions stay flat. */
  readonly members?: readonly TypePart[]
}

const width = 100

export function atom(text: string): TypePart {
  return { text, binds: 'atom' }
}

export const unknownType = atom('unknown')
export const neverType = atom('never')
export const nullType = atom('null')

/** Each alternative once, in order; on lines of their own when they do not fit one. */
export function unionOf(parts: readonly TypePart[], indent: string): TypePart {
  const members = new Map<string, TypePart>()
  for (const part of parts) for (const member of part.members ?? [part]) members.set(member.text, member)
  if (members.has('unknown')) return unknownType
  members.delete('never')
  // `string | null`, as everybody writes it.
  if (members.delete('null')) members.set('null', nullType)
  const all = [...members.values()]
  const [first] = all
  if (!first) return neverType
  if (all.length === 1) return first
  const texts = all.map((member) => (member.binds === 'intersection' ? `(${member.text})` : member.text))
  return { text: joined(texts, indent), binds: 'union', members: all }
}

/** All of them at once; `unknown` adds nothing. */
export function intersectionOf(parts: readonly TypePart[]): TypePart {
  const all = new Map<string, TypePart>()
  for (const part of parts) if (part.text !== 'unknown') all.set(part.text, part)
  if (all.has('never')) return neverType
  const [first] = all.values()
  if (!first) return unknownType
  if (all.size === 1) return first
  const texts = [...all.values()].map((part) => (part.binds === 'union' ? `(${part.text})` : part.text))
  return { text: texts.join(' & '), binds: 'intersection' }
}

export function arrayOf(element: TypePart): TypePart {
  return atom(
    `readonly ${element.binds === 'atom' && !isOperator(element.text) ? element.text : `(${element.text})`}[]`,
  )
}

/** Puts a type behind a colon or an equals sign: a union on lines of its own starts with a line end. */
export function after(sign: string, type: string): string {
  return type.startsWith('\n') ? sign + type : `${sign} ${type}`
}

export function typeText(part: TypePart): TypeText {
  return part.text as TypeText
}

/** `readonly string[]` binds looser than `[]` after it. */
function isOperator(text: string): boolean {
  return text.startsWith('readonly ')
}

function joined(texts: readonly string[], indent: string): string {
  const line = texts.join(' | ')
  const short = texts.filter((text) => !text.includes('\n')).join(' | ')
  // An object over several lines reads well beside a short `null`; several alternatives need lines of their own.
  if (short.length === line.length ? line.length + indent.length <= width : texts.length <= 2 && short.length < 40)
    return line
  const lines = texts.map((text) => (text.includes('\n') ? text.replaceAll('\n', '\n    ') : text))
  return `\n${indent}  | ${lines.join(`\n${indent}  | `)}`
}
