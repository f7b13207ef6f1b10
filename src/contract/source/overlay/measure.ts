import { isArray, type JsonValue } from '../../../util/own.js'

/** Counts the values in a value, shared parts as often as they are met, until there are too many. */
export function measure(
  root: JsonValue,
  maxNodes: number,
  maxHeight: number,
): { readonly nodes: number; readonly height: number; readonly isBeyond: boolean } {
  let nodes = 0
  let height = 0
  const stack: { readonly value: JsonValue; readonly level: number }[] = [{ value: root, level: 0 }]
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { value, level } = item
    if (++nodes > maxNodes || height > maxHeight) return { nodes, height, isBeyond: true }
    if (typeof value !== 'object' || value === null) continue
    height = Math.max(height, level + 1)
    const children: readonly JsonValue[] = isArray(value) ? value : Object.values(value)
    for (const child of children) stack.push({ value: child, level: level + 1 })
  }
  return { nodes, height, isBeyond: false }
}
