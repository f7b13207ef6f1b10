import type { UnknownReason } from '../../types.js'
import { createMachine } from '../automaton/create-machine.js'
import type { Meter } from '../automaton/meter.js'
import { intersect } from '../pattern/character-set.js'
import { surrogates } from '../pattern/known-sets.js'
import { emptyNode, type Look, nodesOf, type PatternNode, type Repeat, sequence } from '../pattern/syntax.js'
import type { Language } from './language.js'

/** Counts up to here are left to the automaton. */
const smallCount = 16

/**
 * The texts in which the pattern is found; or why that cannot be told. What makes automata large is taken apart, where that is exact:
 *
 * - `^(?=A)(?!B)C`, the usual rules for passwords: C, A and not B, each from the start;
 * - `^[a-z]x{1,5000}$`: the same with `x*`, and the lengths that follow;
 * - alternatives, when one of them can be taken apart.
 */
export function languageOfPattern(node: PatternNode, unicode: boolean, meter: Meter): Language | UnknownReason {
  return read(shorten(node))

  function read(whole: PatternNode): Language | UnknownReason {
    if (whole.kind === 'choice') {
      const options = whole.options.map((option) => distribute(option))
      if (options.some((option) => option.kind !== 'plain')) return combine('any', whole.options)
    }
    const found = distribute(whole)
    if (found.kind === 'alternatives') return combine('any', found.options)
    if (found.kind === 'looks') return combine('all', [found.rest], found.looks)
    if (found.kind === 'counted') {
      const relaxed = read(found.relaxed)
      const lengths: Language = { kind: 'length', least: found.least, most: found.most }
      return typeof relaxed === 'string' ? relaxed : { kind: 'all', of: [relaxed, lengths] }
    }
    const machine = createMachine(whole, unicode, meter)
    return typeof machine === 'string' ? machine : { kind: 'machine', machine }
  }

  function combine(
    kind: 'all' | 'any',
    nodes: readonly PatternNode[],
    looks: readonly Look[] = [],
  ): Language | UnknownReason {
    const parts: Language[] = []
    for (const one of nodes) {
      const part = read(one)
      if (typeof part === 'string') return part
      parts.push(part)
    }
    for (const { negated, body } of looks) {
      const part = read(shorten(sequence([atStart, body])))
      if (typeof part === 'string') return part
      parts.push(negated ? { kind: 'not', of: part } : part)
    }
    return { kind, of: parts }
  }

  function distribute(whole: PatternNode): Parts {
    const items = whole.kind === 'sequence' ? whole.items : [whole]
    const looks = looksAtStart(items)
    if (looks.length > 0)
      return { kind: 'looks', looks, rest: sequence(items.filter((item) => !looks.includes(item as Look))) }
    return countedParts(items, unicode) ?? alternativesIn(items) ?? { kind: 'plain' }
  }
}

type Parts =
  | { readonly kind: 'plain' }
  | { readonly kind: 'looks'; readonly looks: readonly Look[]; readonly rest: PatternNode }
  | { readonly kind: 'alternatives'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'counted'; readonly relaxed: PatternNode; readonly least: number; readonly most: number }

const atStart: PatternNode = { kind: 'edge', edge: 'start' }

/** Look-ahead before or behind the `^` with which the pattern begins. */
function looksAtStart(items: readonly PatternNode[]): readonly Look[] {
  const looks: Look[] = []
  let isAtStart = false
  for (const item of items) {
    if (item.kind === 'look' && item.direction === 'ahead') looks.push(item)
    else if (item.kind === 'edge' && item.edge === 'start') isAtStart = true
    else break
  }
  return isAtStart ? looks : []
}

/** `^ab(cd){1,5000}e$`: everything has a fixed length but one count, so that the length says the count. */
function countedParts(items: readonly PatternNode[], unicode: boolean): Parts | undefined {
  const [first, last] = [items[0], items.at(-1)]
  if (first?.kind !== 'edge' || first.edge !== 'start' || last?.kind !== 'edge' || last.edge !== 'end') return undefined
  const counted = items.filter(
    (item): item is Repeat => item.kind === 'repeat' && fixedLength(item, unicode) === undefined,
  )
  const [repeat] = counted
  if (!repeat || counted.length > 1) return undefined
  const each = fixedLength(repeat.body, unicode)
  if (!isLarge(repeat) || each === undefined || each === 0) return undefined
  let around = 0
  for (const item of items) {
    if (item === repeat) continue
    const length = fixedLength(item, unicode)
    if (length === undefined) return undefined
    around += length
  }
  const relaxed = sequence(items.map((item) => (item === repeat ? { ...repeat, least: 0, most: Infinity } : item)))
  return { kind: 'counted', relaxed, least: around + each * repeat.least, most: around + each * repeat.most }
}

/** `^(?:a{1,5000}|b)$` and `^(?:a{1,5000})?$` as alternatives of the whole, when one of them has a large count. */
function alternativesIn(items: readonly PatternNode[]): Parts | undefined {
  for (const [index, item] of items.entries()) {
    const options = item.kind === 'choice' ? item.options : isOptional(item) ? [emptyNode, item.body] : []
    if (!options.some(hasLargeCount)) continue
    return {
      kind: 'alternatives',
      options: options.map((option) => sequence([...items.slice(0, index), option, ...items.slice(index + 1)])),
    }
  }
  return undefined
}

function isOptional(node: PatternNode): node is Repeat {
  return node.kind === 'repeat' && node.least === 0 && node.most === 1
}

function hasLargeCount(root: PatternNode): boolean {
  for (const node of nodesOf(root)) if (node.kind === 'repeat' && isLarge(node)) return true
  return false
}

function isLarge({ least, most }: Repeat): boolean {
  return least > smallCount || (most > smallCount && most < Infinity)
}

/** Code points of all that the node matches; undefined when they differ. */
function fixedLength(node: PatternNode, unicode: boolean): number | undefined {
  switch (node.kind) {
    case 'character':
      // Half a character is half a code point.
      return unicode || intersect(node.set, surrogates).length === 0 ? 1 : undefined
    case 'edge':
    case 'boundary':
    case 'look':
      return 0
    case 'sequence': {
      const lengths = node.items.map((item) => fixedLength(item, unicode))
      return lengths.reduce((sum, length) => (sum === undefined || length === undefined ? undefined : sum + length), 0)
    }
    case 'choice': {
      const [length, ...others] = node.options.map((option) => fixedLength(option, unicode))
      return others.every((other) => other === length) ? length : undefined
    }
    case 'repeat': {
      const length = fixedLength(node.body, unicode)
      if (length === 0) return 0
      return length === undefined || node.least !== node.most ? undefined : length * node.least
    }
    case 'reference':
      return undefined
  }
}

/** At an open end, `x{2,5000}` finds what `x{2}` finds. */
function shorten(node: PatternNode): PatternNode {
  if (node.kind === 'choice') return { ...node, options: node.options.map(shorten) }
  const items = node.kind === 'sequence' ? node.items : [node]
  const last = items.at(-1)
  const first = items[0]
  if (last?.kind !== 'repeat' && first?.kind !== 'repeat') return node
  return sequence(items.map((item, index) => (index === 0 || index === items.length - 1 ? least(item) : item)))
}

function least(node: PatternNode): PatternNode {
  return node.kind === 'repeat' ? { ...node, most: node.least } : node
}
