import { isArray, isObject, type JsonValue, own } from '../../../../util/own.js'
import type { Query, Selector } from './ast.js'
import { holds } from './evaluate-condition.js'

/** A node that a query selects; its parents make up its place. */
export interface QueryNode {
  readonly value: JsonValue
  readonly token: string
  readonly parent: QueryNode | undefined
}

/** Thrown when a query takes more steps than it may, and turned into a value by `evaluateQuery`. */
class TooCostly extends Error {}

export interface Evaluation {
  /** Evaluates a query inside of a filter. */
  select(query: Query, current: QueryNode): readonly QueryNode[]
  /** Counts work done; ends the evaluation when there was too much of it. */
  readonly spend: (steps: number) => void
}

/** The nodes that a query selects, in its order (RFC 9535, section 2.1.2); `too-costly` when that takes too many steps. */
export function evaluateQuery(query: Query, value: JsonValue, maxSteps: number): readonly QueryNode[] | 'too-costly' {
  let left = maxSteps
  const root: QueryNode = { value, token: '', parent: undefined }
  const evaluation: Evaluation = {
    select: (inner, current) => select(inner, current, root, evaluation),
    spend(steps) {
      left -= steps
      if (left < 0) throw new TooCostly()
    },
  }
  try {
    return select(query, root, root, evaluation)
  } catch (error) {
    if (!(error instanceof TooCostly)) throw error
    return 'too-costly'
  }
}

/** The tokens that lead from the root to a node. */
export function tokensTo(node: QueryNode): string[] {
  const tokens: string[] = []
  for (let at = node; at.parent; at = at.parent) tokens.push(at.token)
  return tokens.reverse()
}

/** Applies the segments of a query, one after the other. */
function select(query: Query, current: QueryNode, root: QueryNode, evaluation: Evaluation): readonly QueryNode[] {
  let nodes: readonly QueryNode[] = [query.from === 'root' ? root : current]
  for (const { kind, selectors } of query.segments) {
    const selected: QueryNode[] = []
    for (const node of kind === 'child' ? nodes : withDescendants(nodes, evaluation)) {
      for (const selector of selectors) apply(selector, node, evaluation, selected)
    }
    nodes = selected
  }
  return nodes
}

/** Each node and all below it, parents first, in the order of the document. */
function* withDescendants(nodes: readonly QueryNode[], evaluation: Evaluation): Generator<QueryNode> {
  for (const start of nodes) {
    const stack = [start]
    for (let node = stack.pop(); node; node = stack.pop()) {
      yield node
      // One by one: an array may have more items than a call can have arguments.
      for (const child of childrenOf(node, evaluation).reverse()) stack.push(child)
    }
  }
}

function apply(selector: Selector, node: QueryNode, evaluation: Evaluation, selected: QueryNode[]): void {
  const { value } = node
  switch (selector.kind) {
    case 'name':
      evaluation.spend(1)
      if (isObject(value)) add(selected, node, selector.name, own(value, selector.name))
      break
    case 'index':
      evaluation.spend(1)
      if (isArray(value)) {
        const index = selector.index < 0 ? value.length + selector.index : selector.index
        add(selected, node, String(index), value[index])
      }
      break
    case 'slice':
      if (isArray(value))
        slice(selector, value.length, (index) => add(selected, node, String(index), value[index]), evaluation)
      break
    case 'wildcard':
      for (const child of childrenOf(node, evaluation)) selected.push(child)
      break
    case 'filter':
      for (const child of childrenOf(node, evaluation)) {
        if (holds(selector.condition, child, evaluation)) selected.push(child)
      }
  }
}

function add(selected: QueryNode[], parent: QueryNode, token: string, value: JsonValue | undefined): void {
  if (value !== undefined) selected.push({ value, token, parent })
}

/** Members and items, in the order of the document. */
function childrenOf(node: QueryNode, evaluation: Evaluation): QueryNode[] {
  const { value } = node
  const children: QueryNode[] = []
  if (isArray(value)) value.forEach((item, index) => add(children, node, String(index), item))
  else if (isObject(value)) for (const key of Object.keys(value)) add(children, node, key, own(value, key))
  evaluation.spend(children.length + 1)
  return children
}

/** The indexes of a slice (RFC 9535, section 2.3.4.2.2). */
function slice(
  { start, end, step }: Extract<Selector, { kind: 'slice' }>,
  length: number,
  visit: (index: number) => void,
  evaluation: Evaluation,
): void {
  if (step === 0) return
  const from = normal(start ?? (step > 0 ? 0 : length - 1), length)
  const to = end === undefined ? (step > 0 ? length : -1) : normal(end, length)
  const [least, most] = step > 0 ? [0, length] : [-1, length - 1]
  const first = Math.min(Math.max(from, least), most)
  const last = Math.min(Math.max(to, least), most)
  for (let index = first; step > 0 ? index < last : index > last; index += step) {
    evaluation.spend(1)
    visit(index)
  }
}

function normal(index: number, length: number): number {
  return index < 0 ? length + index : index
}
