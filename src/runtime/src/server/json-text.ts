interface Excess {
  readonly keyword: string
  readonly expected: string
}

/** The value of a JSON text: an issue's keyword when it is none, nests deeper than `maxDepth`, or has a longer list than `maxItems`. */
export function parseJsonText(text: string, maxDepth: number, maxItems: number): { readonly value: unknown } | Excess {
  const excess = excessOf(text, maxDepth, maxItems)
  if (excess) return excess
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { keyword: 'type', expected: 'JSON' }
  }
}

/** Counted on the text, before anything is built from it. Texts that cannot exceed a limit are not looked through. */
function excessOf(text: string, maxDepth: number, maxItems: number): Excess | undefined {
  if (text.length <= maxItems && opensAtMost(text, maxDepth)) return undefined
  // Commas of each structure that is open.
  const commas: number[] = [0]
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (inString) {
      if (unit === 0x5c) index += 1
      else if (unit === 0x22) inString = false
    } else if (unit === 0x22) inString = true
    else if (unit === 0x2c) {
      const seen = (commas[depth] ?? 0) + 1
      if (seen >= maxItems) return { keyword: 'items', expected: `at most ${maxItems} in a list` }
      commas[depth] = seen
    } else if (unit === 0x5b || unit === 0x7b) {
      depth += 1
      if (depth > maxDepth) return { keyword: 'depth', expected: `at most ${maxDepth} levels` }
      commas[depth] = 0
    } else if (unit === 0x5d || unit === 0x7d) depth = Math.max(depth - 1, 0)
  }
  return undefined
}

/** Whether a text has at most so many opening brackets, those in strings counted, too: then it cannot nest deeper. */
function opensAtMost(text: string, most: number): boolean {
  let left = most
  for (const bracket of ['[', '{']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) if (--left < 0) return false
  }
  return true
}
