/** The value of a JSON text: an issue's keyword when it is none, or nests deeper than `maxDepth`. */
export function parseJsonText(
  text: string,
  maxDepth: number,
): { readonly value: unknown } | { readonly keyword: string; readonly expected: string } {
  if (isDeeper(text, maxDepth)) return { keyword: 'depth', expected: `at most ${maxDepth} levels` }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { keyword: 'type', expected: 'JSON' }
  }
}

/** Counted on the text, before anything is built from it. */
function isDeeper(text: string, maxDepth: number): boolean {
  if (text.length <= maxDepth) return false
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (inString) {
      if (unit === 0x5c) index += 1
      else if (unit === 0x22) inString = false
    } else if (unit === 0x22) inString = true
    else if (unit === 0x5b || unit === 0x7b) {
      depth += 1
      if (depth > maxDepth) return true
    } else if (unit === 0x5d || unit === 0x7d) depth -= 1
  }
  return false
}
