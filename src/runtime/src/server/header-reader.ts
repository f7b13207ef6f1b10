/** Headers by lower-case name, all their lines kept. */
export interface HeaderReader {
  /** Lines, in order; empty when there are none. */
  readonly all: (name: string) => readonly string[]
  /** Number of lines in all. */
  readonly count: number
}

const none: readonly string[] = []

export function readHeaders(raw: readonly string[]): HeaderReader {
  const lines = new Map<string, string[]>()
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase()
    const value = raw[index + 1] ?? ''
    const known = lines.get(name)
    if (known) known.push(value)
    else lines.set(name, [value])
  }
  return { all: (name) => lines.get(name) ?? none, count: raw.length >> 1 }
}
