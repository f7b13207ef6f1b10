import { posix } from 'node:path'
import type { Plan } from '../plan/types.js'
import { strLit } from '../render/escape.js'
import { serverRuntime } from '../view/wire/module-types.js'
import type { Edit } from './edits.js'
import { expectedHandlers } from './expected-handlers.js'
import type { FoundHandlers } from './find-handlers.js'
import type { TextStyle } from './text-style.js'

/** A first file of handlers: all operations, each a stub. It is the user's from then on. */
export function newHandlersFile(plan: Plan, { path, out }: { readonly path: string; readonly out: string }): string {
  const { all, type } = expectedHandlers(plan)
  const style: TextStyle = { eol: '\n', unit: '  ', quote: "'", semicolon: '' }
  const stubs = all.map((name) => stub(name, 'object', 'notImplemented', '  ', style)).join('')
  const runtime = all.length === 0 ? '' : `import { notImplemented } from '${serverRuntime}'\n`
  return `${runtime}import type { ${type} } from ${strLit(relativeModule(path, `${out}/server.js`))}

export const handlers: ${type} = {
${stubs}}
`
}

/** The insertions that complete an object or a class: a comma where one is missing, and the stubs at its end. */
export function stubEdits(text: string, found: FoundHandlers, callee: string, style: TextStyle): readonly Edit[] {
  const { kind, members, missing } = found
  const { first, last, close } = members
  const lineStart = startOfLine(text, close)
  const closesLine = isBlank(text.slice(lineStart, close))
  const base = indentAt(text, closesLine ? close : members.start)
  const startsLine = first !== undefined && isBlank(text.slice(startOfLine(text, first), first))
  const indent = startsLine ? indentAt(text, first) : base + style.unit
  const between = members.areSeparated ? style.eol : ''
  const stubs = missing.map((name) => stub(name, kind, callee, indent, style)).join(between)
  const comma: Edit[] = members.needsComma && last !== undefined ? [{ at: last, text: ',' }] : []
  const lead = last === undefined ? '' : between
  if (closesLine) return [...comma, { at: lineStart, text: `${lead}${stubs}` }]
  return [...comma, { at: close, text: `${style.eol}${lead}${stubs}${base}` }]
}

/** One stub with its line ends. */
function stub(name: string, kind: FoundHandlers['kind'], callee: string, indent: string, style: TextStyle): string {
  const { eol, unit, quote, semicolon } = style
  // A method of a class that only throws would be taken to return nothing.
  const head = kind === 'class' ? `${name}(): never {` : `${name}() {`
  const body = `throw ${callee}(${quote}${name}${quote})${semicolon}`
  return `${indent}${head}${eol}${indent}${unit}${body}${eol}${indent}}${kind === 'class' ? '' : ','}${eol}`
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

function indentAt(text: string, at: number): string {
  return /^[\t ]*/.exec(text.slice(startOfLine(text, at)))?.[0] ?? ''
}

function isBlank(text: string): boolean {
  return /^[\t ]*$/.test(text)
}

/** The specifier of a generated module from the user's file; both relative to the same folder. */
function relativeModule(path: string, target: string): string {
  const relative = posix.relative(posix.dirname(toPosix(path)), toPosix(target))
  return relative.startsWith('.') ? relative : `./${relative}`
}

function toPosix(path: string): string {
  return path.replaceAll('\\', '/')
}
