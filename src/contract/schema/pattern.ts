/** What is wrong with a pattern, as the code that says so. */
export type PatternProblem = 'TK1551' | 'TK1552' | 'TK1553'

const judged = new Map<string, PatternProblem | undefined>()

export function patternProblem(source: string): PatternProblem | undefined {
  if (judged.has(source)) return judged.get(source)
  const problem = judge(source)
  if (judged.size < 10_000) judged.set(source, problem)
  return problem
}

/** Whether the pattern is valid with the flag `u`, or at least without. */
export function isReadablePattern(source: string): boolean {
  return compiles(source, 'u') || compiles(source, '')
}

function judge(source: string): PatternProblem | undefined {
  if (!isReadablePattern(source)) return 'TK1551'
  const plain = plainOf(source)
  if (/\0|\(\?<[=!]/.test(plain) && /[*+{]/.test(plain)) return 'TK1553'
  return repeatsRepetition(plain) ? 'TK1552' : undefined
}

/** With `a` for everything that matches one character, and NUL for what refers back. */
function plainOf(source: string): string {
  return source
    .replace(/\\(?:[1-9]|k<)/g, '\0')
    .replace(/\\(?:u\{[^}]*\}|[pP]\{[^}]*\}|[^])/g, 'a')
    .replace(/\[[^\]]*\]/g, 'a')
}

/** A group without a group inside, with what repeats it. */
const innermost = /\((?:\?(?::|=|!|<=|<!|<[^>]*>))?([^()]*)\)([*+?]|\{\d+(?:,\d*)?\})?/

/**
 * Whether a repeated group can be a mere repetition, so that a text can be split over the rounds in many ways: `(a+)+`,
 * `(a*b?)*`; not `(-a+)*`, where each round begins with a dash. Groups are folded into single characters from the inside.
 */
function repeatsRepetition(plain: string): boolean {
  // Nobody can tell what such a pattern does.
  if (plain.length > 10_000) return true
  let rest = plain
  for (let group = innermost.exec(rest); group; group = innermost.exec(rest)) {
    const [whole, body = '', times = ''] = group
    const isLoose = body.split('|').some(isMereRepetition)
    if (isLoose && isUnbounded(times)) return true
    rest = rest.replace(whole, () => (isLoose ? 'a+' : isUnbounded(times) ? 'a*' : 'a'))
  }
  return false
}

function isMereRepetition(option: string): boolean {
  const repetitions = option.match(/[^*+?{}](?:[*+]|\{\d+,\})/g)
  return repetitions !== null && option.replace(/[^*+?{}](?:[*+?]|\{0,\d+\}|\{\d+,\})\??/g, '') === ''
}

function isUnbounded(times: string): boolean {
  return (
    times === '*' || times === '+' || /^\{\d+,\}$/.test(times) || Number(/^\{(?:\d+,)?(\d+)\}$/.exec(times)?.[1]) > 10
  )
}

function compiles(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp
  } catch {
    return false
  }
}
