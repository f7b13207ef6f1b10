import fc from 'fast-check'
import type { TextQuestion } from '../../../../src/diff/containment/text/index.js'

/** Every text. */
export const anything: TextQuestion = {
  minLength: 0,
  maxLength: Infinity,
  patterns: [],
  notPatterns: [],
  formats: [],
  notFormats: [],
  excluded: new Set(),
}

const compiled = new Map<string, RegExp | undefined>()

/** The pattern for an engine: with the flag `u` when it is valid with it. Undefined: no pattern. */
export function native(source: string): RegExp | undefined {
  if (!compiled.has(source)) compiled.set(source, compile(source, 'u') ?? compile(source, ''))
  return compiled.get(source)
}

function compile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

/** Patterns put together from the given atoms, valid or not. */
export function patterns(atoms: readonly string[], looks: readonly string[]): fc.Arbitrary<string> {
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...atoms),
      fc.tuple(tie('pattern'), tie('pattern')).map((both) => both.join('')),
      fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(${left}|${right})`),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '*?', '{2}', '{1,3}', '{2,}', '{0,20}'))
        .map(([body, times]) => `(?:${body})${times}`),
      fc.tuple(fc.constantFrom(...looks, '(?:'), tie('pattern')).map(([look, body]) => `${look}${body})`),
    ),
  }))
  return pattern
}

/** Whole patterns: with and without anchors. */
export function anchored(pattern: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('', '^', '^(?=', '^(?!'), pattern, pattern, fc.constantFrom('', '$'))
    .map(([start, body, rest, end]) => (start.length > 1 ? `${start}${body})${rest}${end}` : `${start}${body}${end}`))
}

/** All texts of these characters up to a length, the shortest first. */
export function textsUpTo(length: number, characters: readonly string[]): string[] {
  const all = ['']
  for (let from = 0, step = 0; step < length; step++) {
    const to = all.length
    for (const text of all.slice(from, to)) for (const character of characters) all.push(text + character)
    from = to
  }
  return all
}
