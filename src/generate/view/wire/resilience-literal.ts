import type { PlannedOperation } from '../../plan/types.js'
import { numberLit, strLit } from '../../render/escape.js'
import type { CodeText } from '../../render/text.js'
import { type Entry, objectLiteral } from './literal.js'

/**
 * Limits of an operation as the runtime's `WireResilience`; undefined where it declares none. Those that the document
 * declares are counted for all operations together, an operation's own for that operation alone.
 */
export function resilienceLiteral({ operation }: PlannedOperation): CodeText | undefined {
  const declared = operation.governance.resilience
  if (!declared) return undefined
  const { breaker, rateLimit, bulkhead, retry, per } = declared.value
  const limits: readonly Entry[] = [
    ['budget', retry?.budget === undefined ? undefined : numberLit(retry.budget)],
    ['breaker', breaker && numbers(breaker, ['failures', 'minimum', 'window', 'openFor'])],
    ['rateLimit', rateLimit && numbers(rateLimit, ['requests', 'per'])],
    ['bulkhead', bulkhead === undefined ? undefined : numberLit(bulkhead)],
  ]
  if (limits.every(([, value]) => value === undefined)) return undefined
  return objectLiteral([
    ['group', declared.inherited ? undefined : strLit(operation.id)],
    ['per', per === 'dependency' ? strLit(per) : undefined],
    ...limits,
  ])
}

function numbers<Name extends string>(
  values: Readonly<Partial<Record<Name, number>>>,
  names: readonly Name[],
): CodeText {
  return objectLiteral(
    names.map((name): Entry => {
      const value = values[name]
      return [name, value === undefined ? undefined : numberLit(value)]
    }),
  )
}
