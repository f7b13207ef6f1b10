import type { ChannelOperation, Server } from '../../../contract/model/index.js'
import type { EditOf } from '../../edit/edit.js'
import type { RuleContext } from '../../rule.js'
import { compareRequirements, type SecurityChange } from '../../security/requirements.js'

/** What the edits of security are made to, and how it is called. */
export const securityClaims = [
  'channel-operation.security:added',
  'channel-operation.security:removed',
  'channel-operation.security:changed',
  'broker.security:added',
  'broker.security:removed',
  'broker.security:changed',
] as const

type SecurityEdit = EditOf<'channel-operation'> | EditOf<'broker'>

/** Who is let in, before and after. */
export function securityOf({ before, after }: SecurityEdit, context: RuleContext): SecurityChange {
  return compareRequirements(context, before?.security ?? [], after?.security ?? [])
}

/** `the server \`main\`` or `the operation \`placeOrder\``. */
export function guarded({ before, after }: SecurityEdit): string {
  const node: ChannelOperation | Server | undefined = after ?? before
  if (node?.kind === 'server') return `the server \`${node.name ?? node.url}\``
  return `the operation \`${node?.id ?? ''}\``
}
