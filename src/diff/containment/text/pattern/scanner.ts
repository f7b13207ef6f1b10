/** Goes through the source of a pattern; by code points with the flag `u`, by code units without. */
export interface Scanner {
  readonly unicode: boolean
  /** The character at hand as text; empty at the end. */
  peek(): string
  next(): string
  /** Makes the last code unit be at hand again. */
  back(): void
  /** Skips the text when it is at hand. */
  skip(text: string): boolean
  /** Skips what the sticky expression matches. */
  match(expression: RegExp): RegExpExecArray | undefined
}

export function createScanner(source: string, unicode: boolean): Scanner {
  let at = 0
  return { unicode, peek, next, back, skip, match }

  function peek(): string {
    const character = unicode ? source.codePointAt(at) : source.charCodeAt(at)
    return at >= source.length || character === undefined ? '' : String.fromCodePoint(character)
  }

  function next(): string {
    const character = peek()
    at += character.length
    return character
  }

  function back(): void {
    at--
  }

  function skip(text: string): boolean {
    if (!source.startsWith(text, at)) return false
    at += text.length
    return true
  }

  function match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = at
    const found = expression.exec(source)
    if (found) at += found[0].length
    return found ?? undefined
  }
}
