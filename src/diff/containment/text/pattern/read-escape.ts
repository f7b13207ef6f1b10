import { type CharacterSet, complement, lastCodePoint } from './character-set.js'
import { digits, propertySet, spaces, wordCharacters } from './known-sets.js'
import type { Scanner } from './scanner.js'

const controls: Readonly<Record<string, number>> = { f: 12, n: 10, r: 13, t: 9, v: 11 }
const classes: Readonly<Record<string, CharacterSet>> = { d: digits, s: spaces, w: wordCharacters }

/**
 * The class or the character behind a backslash that has been read: ECMA-262, CharacterClassEscape and CharacterEscape, without
 * the flag `u` with Annex B.1.2. The source is known to be valid.
 */
export function readEscape(scanner: Scanner): CharacterSet | number {
  const letter = scanner.next()
  const set = Object.hasOwn(classes, letter.toLowerCase()) ? classes[letter.toLowerCase()] : undefined
  if (set) return letter === letter.toLowerCase() ? set : complement(set, lastOf(scanner))
  if (scanner.unicode && (letter === 'p' || letter === 'P')) {
    const property = propertySet(scanner.match(/\{([^}]*)\}/y)?.[1] ?? '')
    return letter === 'p' ? property : complement(property)
  }
  if (Object.hasOwn(controls, letter)) return controls[letter] ?? 0
  if (letter === 'c') return readControl(scanner)
  if (letter === 'x') return hexadecimal(scanner.match(/[0-9a-f]{2}/iy)?.[0]) ?? letter.charCodeAt(0)
  if (letter === 'u') return readUnicode(scanner) ?? letter.charCodeAt(0)
  if (/[0-7]/.test(letter)) return readOctal(scanner, letter)
  return letter.codePointAt(0) ?? 0
}

/** Up to which character sets are complemented. */
export function lastOf({ unicode }: Scanner): number {
  return unicode ? lastCodePoint : 0xffff
}

/** `\cJ`; a lone `\c` is a backslash, and the letter comes next. */
function readControl(scanner: Scanner): number {
  const letter = scanner.match(/[a-z]/iy)?.[0]
  if (letter !== undefined) return letter.charCodeAt(0) % 32
  scanner.back()
  return 92
}

function readUnicode(scanner: Scanner): number | undefined {
  const braced = scanner.unicode ? scanner.match(/\{([0-9a-f]+)\}/iy)?.[1] : undefined
  if (braced !== undefined) return hexadecimal(braced)
  const pair = scanner.unicode ? scanner.match(/(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/iy) : undefined
  if (pair) return String.fromCharCode(hexadecimal(pair[1]) ?? 0, hexadecimal(pair[2]) ?? 0).codePointAt(0)
  return hexadecimal(scanner.match(/[0-9a-f]{4}/iy)?.[0])
}

/** LegacyOctalEscapeSequence; with the flag `u` there is only `\0`. */
function readOctal(scanner: Scanner, first: string): number {
  const more = scanner.match(first <= '3' ? /[0-7]{0,2}/y : /[0-7]?/y)?.[0] ?? ''
  return Number.parseInt(first + more, 8)
}

function hexadecimal(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number.parseInt(text, 16)
}
