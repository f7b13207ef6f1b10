import { type CharacterSet, characters, complement, rangesOf, unite } from './character-set.js'

/** ECMA-262, CharacterClassEscape: `\d`, `\w`, `\s`. None of them depends on the flag `u` without `i`. */
export const digits: CharacterSet = characters('0-9')
export const wordCharacters: CharacterSet = characters('a-zA-Z0-9_')
/** WhiteSpace and LineTerminator. */
export const spaces: CharacterSet = unite(
  characters('\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'),
)
export const lineEnds: CharacterSet = characters('\n\r\u2028\u2029')
export const surrogates: CharacterSet = [0xd800, 0xdfff]

const properties = new Map<string, CharacterSet>()
let everything: string | undefined

/** The characters of a Unicode property, as in `\p{name}`; `name` must have been accepted by the engine. */
export function propertySet(name: string): CharacterSet {
  const known = properties.get(name)
  if (known) return known
  const set = readProperty(new RegExp(`\\p{${name}}+`, 'gu'))
  if (properties.size < 200) properties.set(name, set)
  return set
}

function readProperty(expression: RegExp): CharacterSet {
  everything ??= Array.from(rangesOf(complement(surrogates)), ([first, last]) => allBetween(first, last)).join('')
  const ranges: number[][] = []
  // One text and one repeated class: the engine goes through it once, without going back.
  for (const { 0: run } of everything.matchAll(expression)) ranges.push(...rangesOfRun(run))
  // Surrogates, which a text cannot hold in turn, have all the same properties.
  if (new RegExp(expression.source, 'u').test('\ud800')) ranges.push([...surrogates])
  return unite(...ranges)
}

/** Neighbours in the text are neighbours in Unicode, but for the gap where surrogates are. */
function rangesOfRun(run: string): number[][] {
  const first = run.codePointAt(0) ?? 0
  const last = lastOf(run)
  return first < 0xd800 && last > 0xdfff
    ? [
        [first, 0xd7ff],
        [0xe000, last],
      ]
    : [[first, last]]
}

function lastOf(run: string): number {
  const pair = run.length > 1 ? (run.codePointAt(run.length - 2) ?? 0) : 0
  return pair > 0xffff ? pair : run.charCodeAt(run.length - 1)
}

function allBetween(first: number, last: number): string {
  const texts: string[] = []
  for (let from = first; from <= last; from += 4096) {
    const count = Math.min(4096, last - from + 1)
    texts.push(String.fromCodePoint(...Array.from({ length: count }, (_, index) => from + index)))
  }
  return texts.join('')
}
