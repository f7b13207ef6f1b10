const backslash = 0x5c

/** Offset behind the closing quote of a JSON string; `from` is the offset behind the opening one. -1: never closed. */
export function endOfString(text: string, from: number): number {
  let quote = text.indexOf('"', from)
  while (quote >= 0 && isEscaped(text, from, quote)) quote = text.indexOf('"', quote + 1)
  return quote < 0 ? -1 : quote + 1
}

function isEscaped(text: string, from: number, quote: number): boolean {
  let before = quote - 1
  while (before >= from && text.charCodeAt(before) === backslash) before--
  return (quote - before) % 2 === 0
}

/** What a JSON string of the given source, quotes included, stands for. */
export function stringValue(source: string): string {
  return source.includes('\\') ? (JSON.parse(source) as string) : source.slice(1, -1)
}

/** The next offset that is no JSON white space. */
export function skipSpace(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break
  }
  return at
}
