import type { Contract, Operation, Origin } from '../../contract/model/index.js'
import type { Direction, Witness } from '../report.js'
import type { Wire } from '../wire/index.js'
import type { fields } from './fields.js'
import type { NodeKind, NodeTypes } from './node-types.js'
import type { PlanName, plans } from './plans.js'

type Tables = typeof fields
type ActionOf<P> = P extends PlanName ? (typeof plans)[P][number] : never
type FieldKey<Node extends NodeKind> = {
  [Field in keyof Tables[Node] & string]: `${Node}.${Field}:${ActionOf<Tables[Node][Field]>}`
}[keyof Tables[Node] & string]

/** Every edit that can be made to a contract: `parameter:removed`, `parameter.required:set`. */
export type EditKey = { [Node in NodeKind]: `${Node}:${'added' | 'removed'}` | FieldKey<Node> }[NodeKind]

export type Action = (typeof plans)[PlanName][number]

/** One elementary change between two versions of a contract. */
export interface EditOf<Node extends NodeKind> {
  readonly node: Node
  /** Absent: the node itself came or went. */
  readonly field?: string
  readonly action: Action
  readonly key: EditKey
  /** The node on each side that has it. */
  readonly before?: NodeTypes[Node]
  readonly after?: NodeTypes[Node]
  /** The field's value on each side that has it; of sets, maps and schemas the member's. */
  readonly from?: unknown
  readonly to?: unknown
  /** The member of a set (as text), the key of a map or of schemas. */
  readonly member?: string
  readonly place: Place
  /** Only of schemas: the steps of identity from the named schema, or the payload, to the place. */
  readonly steps?: readonly string[]
  /** Only of schemas: what the change does to the payload as a whole. */
  readonly effect?: Effect
}

export type Edit = { [Node in NodeKind]: EditOf<Node> }[NodeKind]

/** Where in the contract an edit was made. */
export interface Place {
  /** By identities instead of positions: `POST /orders/request/application~1json/properties/sku`. */
  readonly pointer: string
  /** The same without positions, where the pointer has some; absent where it has none. */
  readonly identity?: string
  /** As people would say it: `request body`, `query parameter `limit``, `response 200`. Absent above operations. */
  readonly location?: string
  readonly direction?: Direction
  readonly operation?: OperationPair
  /** All operations that the place belongs to, when it is shared. */
  readonly reaches?: readonly Operation[]
  /** Only of schemas whose values travel as text: then containment is asked about what arrives. */
  readonly wire?: Wire
  readonly before?: SpanPlace
  readonly after?: SpanPlace
}

export interface OperationPair {
  readonly before?: Operation
  readonly after?: Operation
}

export interface SpanPlace {
  readonly at: Origin
  /** `key`: the name of the node instead of its value. Default: `value`. */
  readonly part?: 'key' | 'value'
}

/** What an edit of a schema does to the payload that it is part of. */
export type Effect =
  /** Proved: nothing that was sent or accepted stops working. */
  | { readonly kind: 'compatible' }
  | { readonly kind: 'breaking'; readonly witness: Witness }
  | { readonly kind: 'unknown'; readonly why: string }

/** Both versions, and where edits go while they are compared. */
export interface Comparison {
  readonly base: Contract
  readonly head: Contract
  emit(edit: Edit): void
}

/** Whether the API reads or writes what goes this way. */
export type Polarity = 'input' | 'output'

export function polarityOf(direction: Direction): Polarity {
  return direction === 'request' || direction === 'consumed' ? 'input' : 'output'
}

/** The same way seen from the other end: what answers a request, and what a callback asks for. */
export function inverse(direction: Direction): Direction {
  return inverses[direction]
}

const inverses: Readonly<Record<Direction, Direction>> = {
  request: 'response',
  response: 'request',
  consumed: 'published',
  published: 'consumed',
}
