import { type CharacterSet, complement, unite } from './character-set.js'
import { lastOf, readEscape } from './read-escape.js'
import type { Scanner } from './scanner.js'

/** ECMA-262, CharacterClass, behind the `[` that has been read; without the flag `u` with Annex B.1.2. */
export function readClass(scanner: Scanner): CharacterSet {
  const negated = scanner.skip('^')
  const sets: CharacterSet[] = []
  while (!scanner.skip(']')) {
    const first = readClassAtom(scanner)
    const last = scanner.match(/-(?!\])/y) ? readClassAtom(scanner) : undefined
    if (typeof first === 'number' && typeof last === 'number') sets.push([first, last])
    else {
      sets.push(toSet(first))
      // `[\w-.]`: no range, but a dash.
      if (last !== undefined) sets.push(toSet(45), toSet(last))
    }
  }
  const set = unite(...sets)
  return negated ? complement(set, lastOf(scanner)) : set
}

function readClassAtom(scanner: Scanner): CharacterSet | number {
  if (!scanner.skip('\\')) return scanner.next().codePointAt(0) ?? 0
  if (scanner.skip('b')) return 8
  const control = scanner.unicode ? undefined : scanner.match(/c([0-9_])/y)?.[1]
  return control === undefined ? readEscape(scanner) : control.charCodeAt(0) % 32
}

function toSet(found: CharacterSet | number): CharacterSet {
  return typeof found === 'number' ? [found, found] : found
}
