import { highest, isAbove } from '../../../contract/annotation/category.js'
import { effectiveClassification, type Reach } from '../../../contract/annotation/index.js'
import { createReach } from '../../../contract/annotation/reach.js'
import {
  type Annotated,
  type CategoryName,
  type Classification,
  type Contract,
  categories,
  type Operation,
  type Schema,
} from '../../../contract/model/index.js'
import { type Edit, type EditKey, polarityOf } from '../../edit/edit.js'
import type { EditOfKey, RuleContext } from '../../rule.js'

/** Edits that bring values which were not there before. */
export const dataAdded = [
  'schema.properties:added',
  'schema.patternProperties:added',
  'schema.additionalProperties:added',
  'schema.items:added',
  'schema.prefixItems:added',
  'schema.anyOf:added',
  'schema.oneOf:added',
  'parameter:added',
  'header:added',
  'body:added',
  'media-type:added',
  'response:added',
  'message:added',
  'operation:added',
  'channel-operation:added',
  'channel:added',
] as const satisfies readonly EditKey[]

/** Art. 9 GDPR, and what is guarded as closely elsewhere. */
const special: ReadonlySet<CategoryName> = new Set<CategoryName>([
  ...(['special', 'health', 'biometric', 'genetic', 'child', 'government-id'] as const),
])
/** Art. 4 (1) GDPR: about a person who can be told from others. */
const personal: ReadonlySet<CategoryName> = new Set<CategoryName>([
  ...special,
  ...(['personal', 'contact', 'location', 'behavioural'] as const),
])

/** What comes with an edit and was not there. */
export interface NewData {
  readonly name: string
  readonly isSent: boolean
  readonly isSpecial: boolean
  /** Categories of personal data, then what else is above `internal`. */
  readonly personal: readonly CategoryName[]
  readonly other: readonly CategoryName[]
  /** Tells the two directions of an operation apart. */
  readonly pointer?: string
}

/**
 * The categories that an edit brings. Something new within an operation counts when the operation did not have its
 * category in that direction; an operation that is new counts when no operation had.
 */
export function newDataOf(edit: EditOfKey<(typeof dataAdded)[number]>, context: RuleContext): readonly NewData[] {
  if (effectiveClassification(context.head).resolved.isEmpty) return []
  const begun = newOperations(edit)
  if (begun) return begun.flatMap((operation) => ofOperation(operation, context))
  const { direction = 'response', operation } = edit.place
  const isSent = polarityOf(direction) === 'output'
  const found = reachOf(edit, directedReach(context.head, isSent))
  const isField = edit.node === 'schema' || edit.node === 'parameter' || edit.node === 'header'
  const known = isField ? new Set<CategoryName>() : carried(context.base, operation?.before, isSent)
  const name = edit.node === 'schema' ? memberName(edit) : `the ${edit.place.location ?? 'body'}`
  return newData(name, isSent, found, known)
}

function memberName({ field, member, place }: EditOfKey<(typeof dataAdded)[number]>): string {
  return field === 'properties' || field === 'patternProperties'
    ? `\`${member ?? ''}\``
    : `the ${place.location ?? 'body'}`
}

/** The operations that an edit brings as a whole: one, or all of a channel. */
export function newOperations({ node, after, place }: Edit): readonly Operation[] | undefined {
  if (node === 'operation' || node === 'channel-operation') return after ? [after] : []
  if (node !== 'channel') return undefined
  const { reaches, operation } = place
  return reaches ?? (operation?.after ? [operation.after] : [])
}

interface Found {
  readonly categories: readonly CategoryName[]
  readonly sensitivity?: Classification['sensitivity']
}

const directed = new WeakMap<Contract, Readonly<Record<'input' | 'output', ReachOf>>>()

/** What is within reach of a schema on the way out or in: without what is `writeOnly`, or `readOnly`. */
function directedReach(head: Contract, isSent: boolean): ReachOf {
  const { resolved } = effectiveClassification(head)
  const known = directed.get(head) ?? {
    input: createReach(resolved, head.schemas, 'input'),
    output: createReach(resolved, head.schemas, 'output'),
  }
  directed.set(head, known)
  return isSent ? known.output : known.input
}

type ReachOf = (roots: readonly Schema[]) => Reach

function reachOf(edit: EditOfKey<(typeof dataAdded)[number]>, reach: ReachOf): Found {
  const join = (schemas: readonly (Schema | undefined)[], said: readonly (Annotated<Classification> | undefined)[]) =>
    joined(
      reach(schemas.flatMap((schema) => schema ?? [])),
      said.flatMap((word) => (word ? [word.value] : [])),
    )
  switch (edit.node) {
    case 'schema':
      return join([edit.to as Schema | readonly Schema[]].flat(), [])
    case 'parameter':
    case 'header':
      return join([edit.after?.schema, edit.after?.content?.schema], [edit.after?.classification])
    case 'media-type':
      return join([edit.after?.schema, edit.after?.itemSchema], [edit.after?.classification])
    case 'message':
      return join([edit.after?.payload, edit.after?.headers], [edit.after?.classification])
    case 'body':
    case 'response': {
      const content = edit.after?.content ?? []
      const headers = edit.node === 'response' ? (edit.after?.headers ?? []) : []
      return join(
        [...content.flatMap(({ schema, itemSchema }) => [schema, itemSchema]), ...headers.map(({ schema }) => schema)],
        [edit.after?.classification, ...[...content, ...headers].map(({ classification }) => classification)],
      )
    }
    default:
      return { categories: [] }
  }
}

function joined(reached: Reach, said: readonly Classification[]): Found {
  const names = new Set(reached.categories)
  for (const { category } of said) if (category !== undefined) names.add(category.split('.', 1)[0] as CategoryName)
  const sensitivity = highest(reached.sensitivity, ...said.map((word) => word.sensitivity))
  return { categories: categories.filter((name) => names.has(name)), ...(sensitivity && { sensitivity }) }
}

function ofOperation(operation: Operation | undefined, { base, head }: RuleContext): readonly NewData[] {
  const classes = operation && effectiveClassification(head).operations.get(operation.id)
  if (!operation || !classes) return []
  return halvesOf(operation).flatMap(({ half, isSent }) =>
    newData(
      isSent ? 'what it sends' : 'what it asks for',
      isSent,
      classes[half],
      carriedByAll(base, isSent),
      `/${operation.id}/${half}`,
    ),
  )
}

/** Which half of an operation the API sends: answers, its own requests, and messages by the action. */
function halvesOf(operation: Operation) {
  const isCaller = operation.kind === 'http' ? operation.role !== 'path' : operation.action === 'send'
  return [
    { half: 'request', isSent: isCaller },
    { half: 'response', isSent: !isCaller },
  ] as const
}

function carried(base: Contract, operation: Operation | undefined, isSent: boolean): ReadonlySet<CategoryName> {
  if (!operation) return new Set()
  const classes = effectiveClassification(base).operations.get(operation.id)
  const half = halvesOf(operation).find((each) => each.isSent === isSent)
  return new Set(half ? classes?.[half.half].categories : [])
}

interface Carried {
  readonly sent: ReadonlySet<CategoryName>
  readonly asked: ReadonlySet<CategoryName>
}

const carriedBy = new WeakMap<Contract, Carried>()

function carriedByAll(base: Contract, isSent: boolean): ReadonlySet<CategoryName> {
  const all = (way: boolean) => new Set(base.operations.flatMap((operation) => [...carried(base, operation, way)]))
  const known = carriedBy.get(base) ?? { sent: all(true), asked: all(false) }
  carriedBy.set(base, known)
  return isSent ? known.sent : known.asked
}

function newData(
  name: string,
  isSent: boolean,
  { categories: found, sensitivity }: Found,
  known: ReadonlySet<CategoryName>,
  pointer?: string,
): readonly NewData[] {
  const fresh = found.filter((category) => !known.has(category))
  const isGuarded = sensitivity !== undefined && isAbove(sensitivity, 'internal')
  const rest = fresh.filter((category) => !personal.has(category) && guarded.has(category))
  const data: NewData = {
    name,
    isSent,
    isSpecial: fresh.some((category) => special.has(category)),
    personal: fresh.filter((category) => personal.has(category)),
    other: isGuarded ? rest : [],
    ...(pointer !== undefined && { pointer }),
  }
  return data.personal.length + data.other.length === 0 ? [] : [data]
}

const guarded: ReadonlySet<CategoryName> = new Set<CategoryName>([
  ...(['financial', 'payment-card', 'credential', 'secret'] as const),
])
