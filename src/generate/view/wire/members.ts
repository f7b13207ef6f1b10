import { propertyKey } from '../../render/escape.js'
import type { CodeText, TypeText } from '../../render/text.js'
import { indented } from './literal.js'

/** One property of an object type. */
export interface Member {
  readonly name: string
  /** `optional`: may be left out. `undefinable`: may also be `undefined`, as in arguments of calls. */
  readonly presence: 'required' | 'optional' | 'undefinable'
  readonly type: TypeText
  /** A whole doc comment with its line end, not indented; empty when there is nothing to say. */
  readonly doc?: CodeText
}

/** `{ readonly a: string }` on one line when it fits and says nothing of its members, else one member a line. */
export function objectType(members: readonly Member[]): TypeText {
  const written = members.map(memberText)
  const length = written.reduce((sum, text) => sum + text.length + 2, 0)
  const fits = length <= 90 && members.every(({ doc }) => !doc) && !written.some((text) => text.includes('\n'))
  if (fits) return `{ ${written.join('; ')} }` as TypeText
  return `{\n${memberLines(members)}\n}` as TypeText
}

/** The members of an interface, one a line, indented, without a line end after the last. */
export function memberLines(members: readonly Member[]): CodeText {
  return members.map((member) => `${doc(member)}  ${indented(memberText(member))}`).join('\n') as CodeText
}

/** What stands after `=`: ` A`, or the members of a union, one a line when they do not fit one. */
export function unionType(types: readonly TypeText[]): TypeText {
  const line = types.join(' | ')
  if (types.length === 1 || (line.length <= 80 && !line.includes('\n'))) return ` ${line}` as TypeText
  return types.map((type) => `\n  | ${indented(type, '    ')}`).join('') as TypeText
}

function memberText({ name, presence, type }: Member): string {
  const optional = presence === 'required' ? '' : '?'
  const orUndefined = presence === 'undefinable' && type !== 'unknown' ? ' | undefined' : ''
  return `readonly ${propertyKey(name)}${optional}: ${type}${orUndefined}`
}

function doc(member: Member): string {
  return member.doc ? `  ${indented(member.doc.trimEnd())}\n` : ''
}
