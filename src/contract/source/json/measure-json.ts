import type { JsonLayout } from './layout.js'
import { endOfString, skipSpace } from './scan-bytes.js'

/** What a look over the bytes of a JSON document tells before anything is built from it. */
export interface Measured {
  /** Members of all objects together. */
  readonly keys: number
  readonly nodes: number
  /** The first limit that the document goes beyond, and where. */
  readonly beyond?: { readonly limit: 'depth' | 'nodes'; readonly at: number }
  readonly layout: JsonLayout
}

/**
 * Counts nesting, values and keys, and notes where lines and containers are. The document need not be well-formed: then
 * what it says means nothing. Every byte of every contract comes by here, most of them as indentation: the tests are in
 * the order of how often they are true.
 */
export function measureJson(bytes: Uint8Array, limits: { readonly depth: number; readonly nodes: number }): Measured {
  let depth = 0
  let keys = 0
  let nodes = 1
  let lines = new Int32Array(1_024)
  let lineCount = 1
  let starts = new Int32Array(1_024)
  let ends = new Int32Array(1_024)
  let noted = 0
  // Of the containers around, where they are among those noted.
  const around: number[] = []
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte === 0x20) continue
    if (byte === 0x22) {
      at = endOfString(bytes, at + 1) - 1
    } else if (byte === 0x0a) {
      if (lineCount === lines.length) lines = grown(lines)
      lines[lineCount++] = at + 1
      while (bytes[at + 1] === 0x20) at++
    } else if (byte === 0x3a) {
      keys++
    } else if (byte === 0x2c) {
      if (++nodes > limits.nodes) return measured({ limit: 'nodes', at })
    } else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > limits.depth) return measured({ limit: 'depth', at })
      const next = bytes[skipSpace(bytes, at + 1)]
      if (next !== 0x7d && next !== 0x5d && ++nodes > limits.nodes) return measured({ limit: 'nodes', at })
      if (noted === starts.length) {
        starts = grown(starts)
        ends = grown(ends)
      }
      around.push(noted)
      starts[noted++] = at
    } else if (byte === 0x7d || byte === 0x5d) {
      depth--
      const index = around.pop()
      if (index === undefined) continue
      // What lies in a small one is smaller still: none of it has stayed.
      if (at - (starts[index] as number) < worthNoting) noted = index
      else ends[index] = at + 1
    }
  }
  return measured()

  function measured(beyond?: Measured['beyond']): Measured {
    const layout = { lines: lines.slice(0, lineCount), starts: starts.slice(0, noted), ends: ends.slice(0, noted) }
    return { keys, nodes, ...(beyond && { beyond }), layout }
  }
}

/** Bytes. Smaller ones are skipped by reading them; large ones are few, so that notes take no memory worth mentioning. */
const worthNoting = 512

function grown(offsets: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * offsets.length)
  larger.set(offsets)
  return larger
}
