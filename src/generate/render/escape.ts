import { invariant } from '../../util/invariant.js'
import type { JsonValue } from '../../util/own.js'
import { isObject } from '../../util/own.js'
import { reservedWords } from '../plan/reserved.js'
import type { CodeText, Ident, ModulePath, StrLit } from './text.js'

/**
 * The escapers: one for each place of TypeScript source. Contract text reaches the output through one of these only.
 */

/** An identifier that the plan made; a bug when it is none. */
export function ident(name: string): Ident {
  const isName = /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) || /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(name)
  invariant(isName && !reservedWords.has(name), 'an identifier that is none')
  return name as Ident
}

/** A string literal in single quotes, on one line, of visible characters only. */
export function strLit(text: string): StrLit {
  return `'${needsEscape.test(text) ? text.replace(escaped, escapeOne).replace(scriptEnd, '\\x3c') : text}'` as StrLit
}

/** The key of a property in a type or an object literal: bare when it can be, quoted else; `__proto__` sets no prototype. */
export function propertyKey(name: string): CodeText {
  if (name === '__proto__') return "['__proto__']" as CodeText
  return (/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : strLit(name)) as CodeText
}

/** Reads a property: `.name` or `['odd-name']`. */
export function propertyAccess(name: string): CodeText {
  return (/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? `.${name}` : `[${strLit(name)}]`) as CodeText
}

/** A number as a literal; what JSON cannot say is an error of ours. */
export function numberLit(value: number): CodeText {
  invariant(Number.isFinite(value), 'a number that is not finite')
  return (Object.is(value, -0) ? '-0' : String(value)) as CodeText
}

/** Plain data as an expression of literals, on one line. */
export function jsonLit(value: JsonValue): CodeText {
  const out: string[] = []
  // Each entry is text to write or a value to open: data nests as deep as the contract lets it.
  const stack: ({ readonly text: string } | { readonly value: JsonValue })[] = [{ value }]
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    if ('text' in entry) {
      out.push(entry.text)
      continue
    }
    const current = entry.value
    if (typeof current === 'string') out.push(strLit(current))
    else if (typeof current === 'number') out.push(numberLit(current))
    else if (typeof current === 'boolean' || current === null) out.push(String(current))
    else stack.push(...opened(current).reverse())
  }
  return out.join('') as CodeText
}

/** The specifier from one module of the output to another: both without extension, relative to the output folder. */
export function modulePath(from: string, to: string): ModulePath {
  const fromFolders = from.split('/').slice(0, -1)
  const toParts = to.split('/')
  let shared = 0
  while (shared < fromFolders.length && shared < toParts.length - 1 && fromFolders[shared] === toParts[shared]) shared++
  const up = fromFolders.length - shared
  const prefix = up === 0 ? './' : '../'.repeat(up)
  return strLit(`${prefix}${toParts.slice(shared).join('/')}.js`) as string as ModulePath
}

type Piece = { readonly text: string } | { readonly value: JsonValue }

function opened(value: readonly JsonValue[] | { readonly [key: string]: JsonValue }): Piece[] {
  const pieces: Piece[] = []
  if (isObject(value)) {
    const keys = Object.keys(value)
    if (keys.length === 0) return [{ text: '{}' }]
    keys.forEach((key, index) => {
      pieces.push({ text: `${index === 0 ? '{ ' : ', '}${propertyKey(key)}: ` }, { value: value[key] as JsonValue })
    })
    pieces.push({ text: ' }' })
  } else {
    pieces.push({ text: '[' })
    value.forEach((item, index) => {
      if (index > 0) pieces.push({ text: ', ' })
      pieces.push({ value: item })
    })
    pieces.push({ text: ']' })
  }
  return pieces
}

/** Quotes, backslashes, controls, line ends, what hides or reorders text on a screen, and halves of surrogate pairs. */
const special =
  "'\\\\\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb"
const lonely = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]'
const tags = '\\udb40[\\udc00-\\udc7f]'
const escaped = new RegExp(`[${special}]|${tags}|${lonely}`, 'g')
const needsEscape = new RegExp(`[${special}]|${tags}|${lonely}|</|<!--`)
/** What would end or hide a script, were the output ever put in a page. */
const scriptEnd = /<(?=\/script|!--)/gi

const short: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

function escapeOne(character: string): string {
  const known = short[character]
  if (known !== undefined) return known
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('')
}
