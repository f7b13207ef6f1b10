import { complement } from './character-set.js'
import { lineEnds } from './known-sets.js'
import { readClass } from './read-class.js'
import { lastOf, readEscape } from './read-escape.js'
import { createScanner } from './scanner.js'
import { emptyNode, type ParsedPattern, type PatternNode, sequence } from './syntax.js'

/** Deeper nesting counts as not understood. */
const maxDepth = 200
const maxLength = 20_000

/**
 * A pattern of ECMA-262, with the flag `u` when it is valid with it, otherwise without. Undefined for what is no pattern, or
 * one with something newer than this reader, like `(?i:`.
 */
export function parsePattern(source: string): ParsedPattern | undefined {
  if (source.length > maxLength) return undefined
  if (compiles(source, 'u')) return parse(source, true)
  return compiles(source, '') ? parse(source, false) : undefined
}

function compiles(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp
  } catch {
    return false
  }
}

/** The engine has found the source valid: what is left open here cannot be wrong. */
function parse(source: string, unicode: boolean): ParsedPattern | undefined {
  const scanner = createScanner(source, unicode)
  const groups = new Map<number | string, PatternNode>()
  const { count, named } = countGroups(source)
  let opened = 0
  // Functions below change it, which the compiler does not see.
  let isUnderstood = true as boolean
  const node = choice(0)
  return isUnderstood && scanner.peek() === '' ? { node, unicode, groups } : undefined

  function choice(depth: number): PatternNode {
    if (depth > maxDepth) isUnderstood = false
    const options = [alternative(depth)]
    while (isUnderstood && scanner.skip('|')) options.push(alternative(depth))
    const [only = emptyNode] = options
    return options.length === 1 ? only : { kind: 'choice', options }
  }

  function alternative(depth: number): PatternNode {
    const items: PatternNode[] = []
    while (isUnderstood && !['', '|', ')'].includes(scanner.peek())) items.push(repeat(term(depth)))
    return sequence(items)
  }

  function term(depth: number): PatternNode {
    if (scanner.skip('(')) return group(depth + 1)
    const character = scanner.next()
    if (character === '^' || character === '$') return { kind: 'edge', edge: character === '^' ? 'start' : 'end' }
    if (character === '.') return { kind: 'character', set: complement(lineEnds, lastOf(scanner)) }
    if (character === '[') return { kind: 'character', set: readClass(scanner) }
    if (character === '\\') return escape()
    const code = character.codePointAt(0) ?? 0
    return { kind: 'character', set: [code, code] }
  }

  function group(depth: number): PatternNode {
    const look = scanner.match(/\?(<?)([=!])/y)
    if (look) {
      const [, behind, sign] = look
      const body = closed(depth)
      return { kind: 'look', direction: behind ? 'behind' : 'ahead', negated: sign === '!', body }
    }
    if (scanner.skip('?:')) return closed(depth)
    const name = scanner.match(/\?<([^>]*)>/y)?.[1]
    if (name === undefined && scanner.peek() === '?') isUnderstood = false
    const number = ++opened
    const body = closed(depth)
    groups.set(number, body)
    if (name !== undefined) groups.set(name, body)
    return body
  }

  function closed(depth: number): PatternNode {
    const body = choice(depth)
    if (!scanner.skip(')')) isUnderstood = false
    return body
  }

  function escape(): PatternNode {
    if (scanner.skip('b')) return { kind: 'boundary', negated: false }
    if (scanner.skip('B')) return { kind: 'boundary', negated: true }
    const name = unicode || named ? scanner.match(/k<([^>]*)>/y)?.[1] : undefined
    if (name !== undefined) return { kind: 'reference', group: name }
    const digits = scanner.match(/[1-9][0-9]*/y)?.[0]
    if (digits !== undefined) {
      if (unicode || Number(digits) <= count) return { kind: 'reference', group: Number(digits) }
      for (const _ of digits) scanner.back()
    }
    const found = readEscape(scanner)
    return { kind: 'character', set: typeof found === 'number' ? [found, found] : found }
  }

  function repeat(body: PatternNode): PatternNode {
    const [, sign, least, comma, most] = scanner.match(/(?:([*+?])|\{([0-9]+)(?:(,)([0-9]*))?\})\??/y) ?? []
    if (sign !== undefined)
      return { kind: 'repeat', body, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity }
    if (least === undefined) return body
    return { kind: 'repeat', body, least: Number(least), most: Number(most || (comma ? Infinity : least)) }
  }
}

/** Capturing groups, and whether one has a name: without the flag `u` both decide what `\1` and `\k` mean. */
function countGroups(source: string): { readonly count: number; readonly named: boolean } {
  const plain = source.replace(/\\[^]/g, '').replace(/\[[^\]]*\]/g, '')
  return { count: plain.match(/\((?!\?)|\(\?<(?![=!])/g)?.length ?? 0, named: /\(\?<(?![=!])/.test(plain) }
}
