import { skipSpace } from './scan-string.js'

/** What a look over the text of a JSON document tells before anything is built from it. */
export interface Measured {
  /** Members of all objects together. */
  readonly keys: number
  readonly nodes: number
  /** The first limit that the text goes beyond, and where. */
  readonly beyond?: { readonly limit: 'depth' | 'nodes'; readonly at: number }
}

/** Counts nesting, values and keys. The text need not be well-formed: then the counts mean nothing. */
export function measureJson(text: string, limits: { readonly depth: number; readonly nodes: number }): Measured {
  let depth = 0
  let keys = 0
  let nodes = 1
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: {
        at = text.indexOf('"', at + 1)
        while (at > 0 && text.charCodeAt(at - 1) === 0x5c && escapes(text, at)) at = text.indexOf('"', at + 1)
        if (at < 0) return { keys, nodes }
        break
      }
      case 0x3a:
        keys++
        break
      case 0x2c:
        nodes++
        break
      case 0x5b:
      case 0x7b: {
        if (++depth > limits.depth) return { keys, nodes, beyond: { limit: 'depth', at } }
        const next = text.charCodeAt(skipSpace(text, at + 1))
        if (next !== 0x5d && next !== 0x7d) nodes++
        break
      }
      case 0x5d:
      case 0x7d:
        depth--
        break
    }
    if (nodes > limits.nodes) return { keys, nodes, beyond: { limit: 'nodes', at } }
  }
  return { keys, nodes }
}

/** Whether the backslash before a quote escapes it: an odd number of them does. */
function escapes(text: string, quote: number): boolean {
  let before = quote - 1
  while (text.charCodeAt(before) === 0x5c) before--
  return (quote - before) % 2 === 0
}
