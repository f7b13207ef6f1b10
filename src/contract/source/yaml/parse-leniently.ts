import { type Event, parseEvents, YAMLException } from 'js-yaml'

/** What a text holds, and where brackets stand that YAML wants further to the right. */
export interface LenientEvents {
  readonly events: readonly Event[]
  readonly misplaced: readonly number[]
}

/** Each misplaced bracket costs another parse; so many characters may be parsed again in all. */
const maxReparsed = 20_000_000
const maxMisplaced = 100

/**
 * Parses YAML, and lets pass what many people write and most parsers read, but YAML 1.2 forbids: a closing bracket on a
 * line of its own that is not indented further than the key it belongs to. Such a bracket is moved to the end of the
 * line before, by blanks instead of the line break, so that all offsets stay what they are.
 */
export function parseLeniently(text: string, maxDepth: number): LenientEvents {
  const misplaced: number[] = []
  for (let patched = text; ; ) {
    try {
      return { events: parseEvents(patched, { maxDepth }), misplaced }
    } catch (error) {
      const bracket = misplacedBracket(patched, error)
      const isTooOften = misplaced.length >= maxMisplaced || misplaced.length * text.length > maxReparsed
      const next = bracket === undefined || isTooOften ? undefined : joined(patched, bracket)
      if (bracket === undefined || next === undefined) throw error
      misplaced.push(bracket)
      patched = next
    }
  }
}

function misplacedBracket(text: string, error: unknown): number | undefined {
  if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation') return undefined
  const at = error.mark?.position ?? 0
  return text[at] === ']' || text[at] === '}' ? at : undefined
}

/** Undefined when the line before may end in a comment, which would swallow the bracket. */
function joined(text: string, bracket: number): string | undefined {
  const before = text.slice(0, bracket).trimEnd()
  if (before.slice(before.lastIndexOf('\n') + 1).includes('#')) return undefined
  return before + ' '.repeat(bracket - before.length) + text.slice(bracket)
}
