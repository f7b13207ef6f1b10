/** Text put in at an offset; nothing is ever taken out. */
export interface Edit {
  readonly at: number
  readonly text: string
}

/** The text with all insertions; those at the same offset in the order given. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.map((edit, index) => ({ ...edit, index })).sort((a, b) => a.at - b.at || a.index - b.index)
  let result = ''
  let from = 0
  for (const { at, text: inserted } of sorted) {
    result += text.slice(from, at) + inserted
    from = at
  }
  return result + text.slice(from)
}
