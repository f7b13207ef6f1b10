import type { Idempotency } from '../../../contract/model/index.js'
import type { PlannedOperation } from '../../plan/types.js'
import { strLit } from '../../render/escape.js'
import type { Hoisted } from './hoist.js'
import { arrayLiteral, type Code, type Entry, objectLiteral } from './literal.js'
import { type Requirement, securityLiteral } from './security.js'

/** What client and server say of an operation in the same words, in the order of the runtime's `WireOperation`. */
export function operationEntries(
  planned: PlannedOperation,
  parts: Hoisted['operations'][number] | undefined,
  security: readonly Requirement[],
): readonly Entry[] {
  const { operation } = planned
  return [
    ['id', strLit(operation.id)],
    ['method', strLit(operation.method.toUpperCase())],
    ['path', strLit(operation.path)],
    ['scope', strLit(planned.scope)],
    ['parameters', parts?.parameters.length ? arrayLiteral(parts.parameters) : undefined],
    ['body', parts?.body],
    ['responses', arrayLiteral(parts?.responses ?? [])],
    ['security', securityLiteral(security)],
  ]
}

/** Mode and place of the key; undefined where the operation declares no idempotency. */
export function idempotencyEntries(planned: PlannedOperation): readonly Entry[] | undefined {
  const declared = planned.operation.governance.idempotency?.value
  if (!planned.idempotency || !declared) return undefined
  return [
    ['mode', strLit(planned.idempotency)],
    ['key', keyLiteral(declared.key)],
  ]
}

function keyLiteral(key: Idempotency['key']): Code {
  return key.in === 'header'
    ? objectLiteral([
        ['in', strLit('header')],
        ['name', strLit(key.name)],
      ])
    : objectLiteral([
        ['in', strLit('body')],
        ['pointer', strLit(key.pointer)],
      ])
}
