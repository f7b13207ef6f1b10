/**
 * Whether matching is sure to take time in proportion to the text, or nearly so: no group that is repeated holds a
 * repetition or an alternative. Errs on the side of no.
 */
export function isTame(source: string): boolean {
  const plain = source
    .replace(/\\[1-9k]/g, '\u0000')
    .replace(/\\./gs, 'a')
    .replace(/\[[^\]]*\]/g, 'a')
  if (plain.includes('\u0000')) return false
  const groups: { risky: boolean }[] = [{ risky: false }]
  for (let index = 0; index < plain.length; index++) {
    const next = plain[index]
    if (next === '(') groups.push({ risky: false })
    else if (next === ')') {
      const closed = groups.pop()
      if (closed?.risky && repeats(plain, index + 1)) return false
      const outer = groups.at(-1)
      if (outer && (closed?.risky || repeats(plain, index + 1))) outer.risky = true
    } else if (next === '|' || repeats(plain, index + 1)) {
      const group = groups.at(-1)
      if (group) group.risky = true
    }
  }
  return true
}

function repeats(source: string, index: number): boolean {
  const next = source[index]
  return next === '*' || next === '+' || next === '{'
}
