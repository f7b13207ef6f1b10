import { type Shape, text } from './shape.js'

const expected =
  'a regular expression of at most 200 characters, without repetition inside repetition or back references'

/** A pattern that runs over data of tenants in every response: it must compile, and must not run away. */
export const maskingPattern: Shape<string> = text(expected, /^[^\p{Cc}\u2028\u2029]+$/u, {
  maxLength: 200,
  format: 'regex',
  check: (pattern) => compiles(pattern) && isTame(pattern),
})

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/**
 * No group that is repeated may hold a repetition or an alternative, and nothing refers back: then matching takes time
 * by a small power of the value's length, not an exponential one.
 */
function isTame(pattern: string): boolean {
  const groups: { risky: boolean }[] = [{ risky: false }]
  const source = pattern
    .replace(/\\[1-9k]/gu, '\u0000')
    .replace(/\\./gu, 'a')
    .replace(/\[[^\]]*\]/gu, 'a')
  if (source.includes('\u0000')) return false
  for (let index = 0; index < source.length; index++) {
    const next = source[index]
    if (next === '(') groups.push({ risky: false })
    else if (next === ')') {
      const closed = groups.pop()
      const risky = closed?.risky ?? false
      if (risky && repeats(source, index + 1)) return false
      const outer = groups.at(-1)
      if (outer) outer.risky ||= risky || repeats(source, index + 1)
    } else if (next === '|' || repeats(source, index + 1)) {
      const group = groups.at(-1)
      if (group) group.risky = true
    }
  }
  return true
}

function repeats(source: string, index: number): boolean {
  return source[index] === '*' || source[index] === '+' || source[index] === '{'
}
