import type { CodeText, Ident } from '../../render/text.js'

const width = 120

/** What follows the name of an interface: ` extends A, B`, one a line when they do not fit the line that `start` begins. */
export function heritage(start: string, bases: readonly Ident[]): CodeText {
  if (bases.length === 0) return '' as CodeText
  const line = ` extends ${bases.join(', ')}`
  if (start.length + line.length + ' {}'.length <= width) return line as CodeText
  return `\n  extends\n    ${bases.join(',\n    ')}` as CodeText
}
