/** Headers by lower-case name, all their lines kept. */
export interface HeaderReader {
  /** Lines, in order; empty when there are none. */
  readonly all: (name: string) => readonly string[]
  /** Number of lines in all. */
  readonly count: number
  /** Characters of all names and values. */
  readonly length: number
}

const none: readonly string[] = []

/** Looked through for each name that is asked for: most requests have a dozen lines, and are asked for as many names. */
export function readHeaders(raw: readonly string[]): HeaderReader {
  const names: string[] = []
  let length = 0
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase()
    // What HTTP/2 calls the host; HTTP/1 cannot send a name like this.
    names.push(name === ':authority' ? 'host' : name)
    length += name.length + (raw[index + 1] ?? '').length
  }
  return { all: (name) => linesOf(name, names, raw), count: raw.length >> 1, length }
}

function linesOf(name: string, names: readonly string[], raw: readonly string[]): readonly string[] {
  let lines: string[] | undefined
  for (let index = 0; index < names.length; index++) {
    if (names[index] !== name) continue
    const value = raw[2 * index + 1] ?? ''
    if (lines) lines.push(value)
    else lines = [value]
  }
  return lines ?? none
}
