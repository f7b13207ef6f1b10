import type { Annotated, Lifecycle } from '../../../contract/model/index.js'
import { tokensOf } from '../../../util/json-pointer.js'
import { sameData } from '../../../util/same-data.js'
import type { EditKey } from '../../edit/edit.js'
import type { EditOfKey, RuleContext } from '../../rule.js'
import { lifecycleOf, type Removable } from '../removal.js'

/** Edits of where something stands in its life. */
export const lifeEdits = [
  'governance.lifecycle:added',
  'governance.lifecycle:changed',
  'governance.lifecycle:removed',
  'parameter.lifecycle:added',
  'parameter.lifecycle:changed',
  'parameter.lifecycle:removed',
  'header.lifecycle:added',
  'header.lifecycle:changed',
  'header.lifecycle:removed',
  'body.lifecycle:added',
  'body.lifecycle:changed',
  'body.lifecycle:removed',
  'response.lifecycle:added',
  'response.lifecycle:changed',
  'response.lifecycle:removed',
  'media-type.lifecycle:added',
  'media-type.lifecycle:changed',
  'media-type.lifecycle:removed',
  'schema.lifecycle:added',
  'schema.lifecycle:changed',
  'schema.lifecycle:removed',
  'operation.deprecated:set',
  'operation.deprecated:unset',
  'parameter.deprecated:set',
  'parameter.deprecated:unset',
  'header.deprecated:set',
  'header.deprecated:unset',
  'schema.deprecated:set',
  'schema.deprecated:unset',
  'scheme.deprecated:set',
  'scheme.deprecated:unset',
] as const satisfies readonly EditKey[]

type LifeEdit = EditOfKey<(typeof lifeEdits)[number]>

/** What became of the life of something. Where nobody speaks of it, it is active. */
export interface LifeChange {
  readonly subject: string
  readonly from: Lifecycle
  readonly to: Lifecycle
}

/**
 * `deprecated: true` and the lifecycle are one statement; when both change, the lifecycle speaks for both, so undefined
 * for the other.
 */
export function lifeChangeOf(edit: LifeEdit): LifeChange | undefined {
  const [before, after] = [nodeOf(edit, 'before'), nodeOf(edit, 'after')]
  if (edit.field === 'deprecated' && !sameData(wordOf(before), wordOf(after))) return undefined
  const [from, to] = [lifecycleOf([before]) ?? active, lifecycleOf([after]) ?? active]
  return sameData(from, to) ? undefined : { subject: subjectOf(edit), from, to }
}

const active: Lifecycle = { state: 'active' }

function nodeOf(edit: LifeEdit, side: 'before' | 'after'): Removable {
  if (edit.node !== 'governance') return edit[side] ?? {}
  const governance = edit[side] ?? {}
  const operation = edit.place.operation?.[side]
  // Of channels `deprecated` is only another word for the lifecycle.
  return operation?.kind === 'http' ? { governance, deprecated: operation.deprecated } : { governance }
}

function wordOf({ lifecycle, governance }: Removable): Lifecycle | undefined {
  const said: Annotated<Lifecycle> | undefined = lifecycle ?? governance?.lifecycle
  return said?.value
}

function subjectOf({ node, place, before, after, from, to }: LifeEdit): string {
  const here = place.location ?? 'operation'
  if (node === 'scheme') return `security scheme \`${(after ?? before)?.name ?? ''}\``
  const path = tokensOf(`/${place.pointer}`)
  if (node === 'media-type') return `\`${path.at(-1) ?? ''}\` of the ${here}`
  if (node === 'governance') return speakerOf([to, from]) ?? `the ${here}`
  const property = node === 'schema' && path.at(-2) === 'properties' ? path.at(-1) : undefined
  return property === undefined ? `the ${here}` : `\`${property}\``
}

/** Who spoke for those that inherit: what all of them share reads alike in all of them. */
function speakerOf(sides: readonly unknown[]): string | undefined {
  const said = sides.find((side) => side !== undefined) as Annotated<Lifecycle>
  if (!said.inherited) return undefined
  const [group, name = '', method] = tokensOf(said.at.pointer).slice(0, -1)
  if (group === 'paths' && method === undefined) return `path \`${name}\``
  if (group === 'channels') return `channel \`${name}\``
  return group === 'operations' || group === 'paths' ? 'the operation' : 'the whole contract'
}

/** Whether less notice is given than is asked for; a day that is over gives none. */
export function isTooSoon(sunset: string, { today, grace }: Pick<RuleContext, 'today' | 'grace'>): boolean {
  return (Date.parse(sunset) - Date.parse(today)) / 86_400_000 < grace
}

/** `deprecated` and `retired` are the way out. */
export function isLeaving({ state }: Lifecycle): boolean {
  return state === 'deprecated' || state === 'retired'
}
