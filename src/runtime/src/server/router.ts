import type { Refusal } from './refusal.js'
import { refuse } from './refusal.js'

/** A template's operation by method. */
export interface Routed<Operation> {
  readonly operation: Operation
  /** By name in the template; still percent-encoded. */
  readonly path: Readonly<Record<string, string>>
}

/** What a path allows, when the method itself is not there. */
export interface OtherMethods {
  readonly kind: 'other-methods'
  readonly allow: readonly string[]
}

export interface Router<Operation> {
  /** `path` as it came, without query. */
  find(method: string, path: string): Routed<Operation> | OtherMethods | Refusal
}

interface Routable {
  readonly method: string
  readonly path: string
}

interface Node<Operation> {
  /** Segments without parameters, decoded. */
  readonly fixed: Map<string, Node<Operation>>
  /** Segments with parameters, the more literal text the earlier. */
  readonly patterns: { readonly segment: Pattern; readonly node: Node<Operation> }[]
  readonly methods: Map<string, Leaf<Operation>>
}

interface Leaf<Operation> {
  readonly operation: Operation
  readonly names: readonly string[]
}

/** `{a}-{b}.json` as the texts around its parameters: `''`, `-`, `.json`. */
interface Pattern {
  readonly texts: readonly string[]
  readonly names: readonly string[]
}

/**
 * A tree by segments: fixed ones win over patterns, at each segment, and what leads nowhere is taken back. Paths are
 * compared as they are; no slash is added, doubled or dropped.
 */
export function createRouter<Operation extends Routable>(operations: readonly Operation[]): Router<Operation> {
  const root = emptyNode<Operation>()
  for (const operation of operations) insert(root, operation)
  return {
    find(method, path) {
      const segments = segmentsOf(path)
      if (!segments) return refuse('TK7201')
      const allow = new Set<string>()
      const found = search(root, segments, 0, method, [], allow)
      if (found) return found
      if (allow.size === 0) return refuse('TK7202')
      return { kind: 'other-methods', allow: withImplied(allow) }
    },
  }
}

function emptyNode<Operation>(): Node<Operation> {
  return { fixed: new Map(), patterns: [], methods: new Map() }
}

function insert<Operation extends Routable>(root: Node<Operation>, operation: Operation): void {
  let node = root
  const names: string[] = []
  for (const text of operation.path.split('/').slice(1)) {
    const segment = patternOf(text)
    names.push(...segment.names)
    node = segment.names.length === 0 ? fixedChild(node, text) : patternChild(node, segment)
  }
  // Of two templates that differ in names only, which the standard forbids, the first is served.
  if (!node.methods.has(operation.method)) node.methods.set(operation.method, { operation, names })
}

function fixedChild<Operation>(node: Node<Operation>, text: string): Node<Operation> {
  const key = decoded(text) ?? text
  const child = node.fixed.get(key) ?? emptyNode<Operation>()
  node.fixed.set(key, child)
  return child
}

function patternChild<Operation>(node: Node<Operation>, segment: Pattern): Node<Operation> {
  const same = node.patterns.find((each) => each.segment.texts.join('{}') === segment.texts.join('{}'))
  if (same) return same.node
  const child = emptyNode<Operation>()
  node.patterns.push({ segment, node: child })
  node.patterns.sort((left, right) => literalLength(right.segment) - literalLength(left.segment))
  return child
}

function patternOf(text: string): Pattern {
  const pieces = text.split(/\{([^{}]*)\}/)
  return {
    texts: pieces.filter((_, index) => index % 2 === 0),
    names: pieces.filter((_, index) => index % 2 === 1),
  }
}

function literalLength({ texts }: Pattern): number {
  return texts.reduce((sum, text) => sum + text.length, 0)
}

function search<Operation>(
  node: Node<Operation>,
  segments: readonly string[],
  at: number,
  method: string,
  values: readonly string[],
  allow: Set<string>,
): Routed<Operation> | undefined {
  const segment = segments[at]
  if (segment === undefined) {
    for (const known of node.methods.keys()) allow.add(known)
    const leaf = node.methods.get(method) ?? (method === 'HEAD' ? node.methods.get('GET') : undefined)
    return leaf && { operation: leaf.operation, path: recordOf(leaf.names, values) }
  }
  const fixed = node.fixed.get(decoded(segment) ?? segment)
  const found = fixed && search(fixed, segments, at + 1, method, values, allow)
  if (found) return found
  for (const pattern of node.patterns) {
    const matched = matchPattern(pattern.segment, segment)
    const deeper = matched && search(pattern.node, segments, at + 1, method, [...values, ...matched], allow)
    if (deeper) return deeper
  }
  return undefined
}

/** The parameters of one segment; none is empty, and each but the last is as short as it can be. */
function matchPattern({ texts }: Pattern, segment: string): readonly string[] | undefined {
  const first = texts[0] ?? ''
  const last = texts[texts.length - 1] ?? ''
  if (!segment.startsWith(first) || !segment.endsWith(last)) return undefined
  const end = segment.length - last.length
  const values: string[] = []
  let start = first.length
  for (const text of texts.slice(1, -1)) {
    const next = segment.indexOf(text, start + 1)
    if (next < 0 || next + text.length > end) return undefined
    values.push(segment.slice(start, next))
    start = next + text.length
  }
  return end > start ? [...values, segment.slice(start, end)] : undefined
}

/**
 * Undefined for a path that something on the way could read as another one: dot segments, encoded or not, encoded
 * slashes, backslashes, controls, and what is not percent-encoded UTF-8.
 */
function segmentsOf(path: string): readonly string[] | undefined {
  if (!path.startsWith('/')) return undefined
  const segments = path.split('/').slice(1)
  // Most paths have nothing in them that could be meant otherwise.
  if (/^[\w~/-]*$/.test(path)) return segments
  return segments.every(isPlain) ? segments : undefined
}

function isPlain(segment: string): boolean {
  const text = decoded(segment)
  if (text === undefined || text === '.' || text === '..') return false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  return !/[/\\\u0000-\u001f\u007f]/.test(text)
}

function decoded(segment: string): string | undefined {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

function recordOf(names: readonly string[], values: readonly string[]): Readonly<Record<string, string>> {
  const record = Object.create(null) as Record<string, string>
  names.forEach((name, index) => {
    record[name] = values[index] ?? ''
  })
  return record
}

function withImplied(allow: ReadonlySet<string>): readonly string[] {
  const all = new Set([...allow, 'OPTIONS', ...(allow.has('GET') ? ['HEAD'] : [])])
  return [...all].sort()
}
