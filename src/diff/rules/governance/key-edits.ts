import type { Schema } from '../../../contract/model/index.js'
import type { EditKey } from '../../edit/edit.js'
import { polarityOf } from '../../edit/edit.js'
import type { EditOfKey, RuleContext } from '../../rule.js'
import { subjectOf } from './subject.js'
import {
  channelParameterName,
  headerName,
  isKey,
  messageName,
  type NamedTenant,
  parameterName,
  tenantKeysOf,
} from './tenant-keys.js'

/** Edits by which a key of the tenant comes, alone or with what carries it. */
export const keyAdded = [
  'schema.tenantKey:added',
  'parameter.tenantKey:added',
  'header.tenantKey:added',
  'channel-parameter.tenantKey:added',
  'message.tenantKey:added',
  'schema.properties:added',
  'parameter:added',
  'header:added',
  'channel-parameter:added',
] as const satisfies readonly EditKey[]

/** Edits by which a key of the tenant goes, alone or with what carries it. */
export const keyRemoved = [
  'schema.tenantKey:removed',
  'parameter.tenantKey:removed',
  'header.tenantKey:removed',
  'channel-parameter.tenantKey:removed',
  'message.tenantKey:removed',
  'schema.properties:removed',
  'parameter:removed',
  'header:removed',
  'channel-parameter:removed',
] as const satisfies readonly EditKey[]

export const keyChanged = [
  'schema.tenantKey:changed',
  'parameter.tenantKey:changed',
  'header.tenantKey:changed',
  'channel-parameter.tenantKey:changed',
  'message.tenantKey:changed',
] as const satisfies readonly EditKey[]

export type KeyEdit = EditOfKey<(typeof keyAdded)[number] | (typeof keyRemoved)[number] | (typeof keyChanged)[number]>

type Versions = Pick<RuleContext, 'base' | 'head'>

/** A key of the tenant that came or went. */
export interface KeyChange {
  readonly where: string
  readonly isAsked: boolean
  /** What carries it came or went as well. */
  readonly isWhole: boolean
  /** Where the key of the same way went to, or came from. */
  readonly other: string | undefined
}

/** Undefined when the edit is about something that names no tenant. */
export function keyChangeOf(edit: KeyEdit, context: Versions): KeyChange | undefined {
  const isWhole = edit.field !== 'tenantKey'
  const side = edit.action === 'added' ? 'after' : 'before'
  if (isWhole && !carriesKey(edit, side === 'after' ? context.head : context.base, side)) return undefined
  const isAsked = polarityOf(edit.place.direction ?? 'request') === 'input'
  const where = whereOf(edit)
  return { where, isAsked, isWhole, other: otherOf(edit, isAsked, side, context) }
}

function carriesKey(edit: KeyEdit, { schemas }: RuleContext['base'], side: 'before' | 'after'): boolean {
  if (edit.node === 'schema') return isKey((edit.to ?? edit.from) as Schema, schemas)
  const node = edit[side]
  return (
    node !== undefined && (node.tenantKey !== undefined || ('schema' in node && node.schema.tenantKey !== undefined))
  )
}

/** As it is named among the keys of an operation. */
export function whereOf(edit: KeyEdit): string {
  const node = edit.after ?? edit.before
  switch (edit.node) {
    case 'parameter': {
      const parameter = edit.after ?? edit.before
      return parameterName(parameter?.in ?? '', parameter?.name ?? '')
    }
    case 'header':
      return headerName((node as typeof edit.after)?.name ?? '')
    case 'channel-parameter':
      return channelParameterName((node as typeof edit.after)?.name ?? '')
    case 'message':
      return messageName((node as typeof edit.after)?.name ?? '')
    case 'schema':
      return edit.field === 'properties' ? `\`${edit.member ?? ''}\`` : subjectOf(edit)
  }
}

function otherOf(edit: KeyEdit, isAsked: boolean, side: 'before' | 'after', { base, head }: Versions) {
  const { before, after } = edit.place.operation ?? {}
  if (!before || !after) return undefined
  const keys = { before: tenantKeysOf(before, base), after: tenantKeysOf(after, head) }
  const opposite = side === 'before' ? 'after' : 'before'
  return keys[opposite].find((key) => key.isAsked === isAsked && !has(keys[side], key))?.where
}

function has(keys: readonly NamedTenant[], { where, isAsked }: NamedTenant): boolean {
  return keys.some((key) => key.where === where && key.isAsked === isAsked)
}
