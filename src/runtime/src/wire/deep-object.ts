import { itemShape, propertyShape } from './flat.js'
import { notWritable, type Refuse, type Target } from './issue.js'
import { type Escape, escapeText } from './percent.js'
import { isRecord, setOwn } from './record.js'
import { isLeftOut, jsonOf, parseJson, parseScalar, textOf } from './scalar.js'
import type { WireShape } from './types.js'

/** Brackets deeper than this are refused both ways. */
const maxDepth = 10

/**
 * `filter[state]=open&filter[tags][]=a&filter[lines][0][sku]=A-1`. OpenAPI defines only the first level; deeper ones follow
 * the common practice: `[]` for arrays of scalars, indices for arrays of anything else.
 */
export function encodeDeepObject(
  name: string,
  value: unknown,
  shape: WireShape | undefined,
  target: Target,
  escape: Escape,
): string[] {
  const pairs: string[] = []
  const write = (key: string, at: unknown, as: WireShape | undefined, depth: number): void => {
    if (isLeftOut(at, as)) return
    if (depth > maxDepth) throw notWritable(target, `nested at most ${maxDepth} levels deep`)
    if (as?.kind === 'json') {
      pairs.push(`${escapeText(key)}=${escape(jsonOf(at, target))}`)
    } else if (Array.isArray(at)) {
      const flat = at.every((item: unknown) => !isComposite(item))
      at.forEach((item: unknown, index) => write(`${key}[${flat ? '' : index}]`, item, itemShape(as), depth + 1))
    } else if (isComposite(at)) {
      for (const property of Object.keys(at)) {
        if (/[[\]]/.test(property)) throw notWritable(target, 'without brackets in the names of its properties')
        write(`${key}[${textOf(property, target)}]`, at[property], propertyShape(as, property), depth + 1)
      }
    } else {
      pairs.push(`${escapeText(key)}=${escape(textOf(at, target))}`)
    }
  }
  write(name, value, shape, 0)
  return pairs
}

function isComposite(value: unknown): value is Readonly<Record<string, unknown>> {
  return (isRecord(value) && !(value instanceof Date)) || Array.isArray(value)
}

/** What was sent below one name. */
interface Node {
  readonly texts: string[]
  readonly children: Map<string, Node>
}

/** `entries`: the decoded names behind the parameter's own (`[a][b]`), and the decoded texts. */
export function decodeDeepObject(
  entries: readonly (readonly [brackets: string, text: string])[],
  shape: WireShape | undefined,
  refuse: Refuse,
): unknown {
  const root: Node = { texts: [], children: new Map() }
  for (const [brackets, text] of entries) {
    const keys = keysOf(brackets)
    if (!keys) return refuse('style', `names in at most ${maxDepth} pairs of brackets`)
    let node = root
    for (const key of keys) {
      const next = node.children.get(key) ?? { texts: [], children: new Map<string, Node>() }
      node.children.set(key, next)
      node = next
    }
    node.texts.push(text)
  }
  return valueOf(root, shape, refuse)
}

function keysOf(brackets: string): readonly string[] | undefined {
  if (!/^(?:\[[^[\]]*\])*$/.test(brackets)) return undefined
  const keys = brackets === '' ? [] : brackets.slice(1, -1).split('][')
  return keys.length > maxDepth ? undefined : keys
}

function valueOf(node: Node, shape: WireShape | undefined, refuse: Refuse): unknown {
  const [text] = node.texts
  if (shape?.kind === 'array') return arrayOf(node, shape, refuse)
  if (node.children.size === 0 && text !== undefined) {
    if (shape?.kind === 'object' && !shape.or) return refuse('type', 'an object')
    if (node.texts.length > 1) return shape ? refuse('duplicate', 'one value') : node.texts
    if (shape?.kind === 'json') return parseJson(text, refuse)
    return parseScalar(
      text,
      shape?.kind === 'object' ? (shape.or ?? []) : shape?.kind === 'scalar' ? shape.types : [],
      refuse,
    )
  }
  if (node.texts.length > 0) return refuse('style', 'either a value or properties')
  if (shape && shape.kind !== 'object' && !isAny(shape)) return refuse('type', 'a value without brackets')
  if ([...node.children.keys()].every((key) => /^\d*$/.test(key)) && shape?.kind !== 'object') {
    return arrayOf(node, undefined, refuse)
  }
  const object: Record<string, unknown> = {}
  for (const [key, child] of node.children) setOwn(object, key, valueOf(child, propertyShape(shape, key), refuse))
  return object
}

/** Items as `[]`, as `[0]` in order of their numbers, or as the name again and again. */
function arrayOf(node: Node, shape: WireShape | undefined, refuse: Refuse): unknown {
  const item = itemShape(shape)
  const single = (text: string): Node => ({ texts: [text], children: new Map() })
  const items = node.texts.map(single)
  const numbered: [index: number, child: Node][] = []
  for (const [key, child] of node.children) {
    if (key === '' && child.children.size === 0) items.push(...child.texts.map(single))
    else if (/^\d{1,6}$/.test(key)) numbered.push([Number(key), child])
    else return refuse('type', 'an array')
  }
  numbered.sort(([before], [after]) => before - after)
  items.push(...numbered.map(([, child]) => child))
  return items.map((child) => valueOf(child, item, refuse))
}

function isAny(shape: WireShape): boolean {
  return shape.kind === 'scalar' && (shape.types.length === 0 || shape.types.includes('any'))
}
