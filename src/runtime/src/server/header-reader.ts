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

export function readHeaders(raw: readonly string[]): HeaderReader {
  let length = 0
  const lines = new Map<string, string[]>()
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const sent = (raw[index] ?? '').toLowerCase()
    // What HTTP/2 calls the host; HTTP/1 cannot send a name like this.
    const name = sent === ':authority' ? 'host' : sent
    const value = raw[index + 1] ?? ''
    length += sent.length + value.length
    const known = lines.get(name)
    if (known) known.push(value)
    else lines.set(name, [value])
  }
  return { all: (name) => lines.get(name) ?? none, count: raw.length >> 1, length }
}
