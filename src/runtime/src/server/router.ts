import { setOwn } from '../wire/index.js'
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
      const values: string[] = []
      const found = search(root, segments, 1, method, values)
      if (found) return { operation: found.operation, path: recordOf(found.names, values) }
      const allow = new Set<string>()
      collectMethods(root, segments, 1, allow)
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

/** Leaves the parameters of what it finds in `values`. */
function search<Operation>(
  node: Node<Operation>,
  segments: readonly string[],
  at: number,
  method: string,
  values: string[],
): Leaf<Operation> | undefined {
  const segment = segments[at]
  if (segment === undefined) {
    return node.methods.get(method) ?? (method === 'HEAD' ? node.methods.get('GET') : undefined)
  }
  const fixed = node.fixed.get(decoded(segment) ?? segment)
  const found = fixed && search(fixed, segments, at + 1, method, values)
  if (found) return found
  const before = values.length
  for (const pattern of node.patterns) {
    const deeper =
      matchPattern(pattern.segment, segment, values) && search(pattern.node, segments, at + 1, method, values)
    if (deeper) return deeper
    values.length = before
  }
  return undefined
}

/** The methods of all that a path leads to. */
function collectMethods<Operation>(
  node: Node<Operation>,
  segments: readonly string[],
  at: number,
  allow: Set<string>,
): void {
  const segment = segments[at]
  if (segment === undefined) {
    for (const known of node.methods.keys()) allow.add(known)
    return
  }
  const fixed = node.fixed.get(decoded(segment) ?? segment)
  if (fixed) collectMethods(fixed, segments, at + 1, allow)
  for (const pattern of node.patterns) {
    if (matchPattern(pattern.segment, segment, [])) collectMethods(pattern.node, segments, at + 1, allow)
  }
}

/** Adds the parameters of one segment; none is empty, and each but the last is as short as it can be. */
function matchPattern({ texts }: Pattern, segment: string, values: string[]): boolean {
  const first = texts[0] ?? ''
  const last = texts[texts.length - 1] ?? ''
  if (!segment.startsWith(first) || !segment.endsWith(last)) return false
  const end = segment.length - last.length
  let start = first.length
  for (let index = 1; index < texts.length - 1; index++) {
    const text = texts[index] ?? ''
    const next = segment.indexOf(text, start + 1)
    if (next < 0 || next + text.length > end) return false
    values.push(segment.slice(start, next))
    start = next + text.length
  }
  if (end <= start) return false
  values.push(segment.slice(start, end))
  return true
}

/**
 * The pieces between slashes, of which the first is empty. Undefined for a path that something on the way could read as
 * another one: dot segments, encoded or not, encoded slashes, backslashes, controls, and what is not percent-encoded UTF-8.
 */
function segmentsOf(path: string): readonly string[] | undefined {
  if (!path.startsWith('/')) return undefined
  const segments = ['']
  let start = 1
  let isHarmless = true
  for (let index = 1; index < path.length; index++) {
    const code = path.charCodeAt(index)
    if (code === 0x2f) {
      segments.push(path.slice(start, index))
      start = index + 1
    } else if (harmless[code] !== 1) isHarmless = false
  }
  segments.push(path.slice(start))
  // Most paths have nothing in them that could be meant otherwise.
  return isHarmless || segments.every(isPlain) ? segments : undefined
}

/** Letters, digits, `_`, `~` and `-`, by their codes. */
const harmless = Uint8Array.from({ length: 128 }, (_, code) => (/[\w~-]/.test(String.fromCharCode(code)) ? 1 : 0))

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
  const record: Record<string, string> = {}
  for (let index = 0; index < names.length; index++) setOwn(record, names[index] ?? '', values[index] ?? '')
  return record
}

function withImplied(allow: ReadonlySet<string>): readonly string[] {
  const all = new Set([...allow, 'OPTIONS', ...(allow.has('GET') ? ['HEAD'] : [])])
  return [...all].sort()
}
