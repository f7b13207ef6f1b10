/**
 * A pattern over texts with `/` between their segments: `*` is any text within a segment, `?` one character of it, `**`
 * any text, and a leading `**` segment may stand for nothing. Everything else is meant literally, the braces of path
 * templates included. Takes time in proportion to pattern times text, whatever they are.
 */
export function createGlob(pattern: string): (text: string) => boolean {
  const parts = pattern.match(/\*\*\/|\*\*|\*|[^*]/gsu) ?? []
  return (text) => {
    const characters = Array.from(text)
    // Whether the pattern so far can end before a character of the text; one place more for its end.
    let ends: readonly boolean[] = [true, ...characters.map(() => false)]
    for (const part of parts) ends = follow(part, ends, characters)
    return ends.at(-1) === true
  }
}

/** Whether a text is a pattern rather than a name. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text)
}

function follow(part: string, ends: readonly boolean[], characters: readonly string[]): readonly boolean[] {
  let open = false
  return ends.map((end, index) => {
    const character = characters[index - 1]
    switch (part) {
      case '**':
        open ||= end
        return open
      case '**/': {
        // Anything that ends with a slash, or nothing.
        const result = end || (open && character === '/')
        open ||= end
        return result
      }
      case '*':
        open = end || (open && character !== '/')
        return open
      case '?':
        return ends[index - 1] === true && character !== '/'
      default:
        return ends[index - 1] === true && character === part
    }
  })
}
