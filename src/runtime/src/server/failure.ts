import { ForeignTenantError, isTenantkitError, NotImplementedError } from '../error/index.js'
import { type RoutedCall, report } from './call.js'
import { type Refusal, refuse } from './refusal.js'
import { RefusedInput } from './refused-input.js'
import type { ReplyFault } from './reply-check.js'

/** What the caller is told when its handler throws: nothing of the error. The audit gets its name and where it was thrown. */
export function failureOf(call: RoutedCall, error: unknown): Refusal {
  if (error instanceof RefusedInput) return error.refusal
  report(call, error)
  if (error instanceof NotImplementedError) return refuse('TK7220')
  return refuse('TK7216', {
    audit: { event: 'handler-failed', reason: nameOf(error), details: { at: framesOf(error) } },
  })
}

/** A reply that is not what the contract declares. */
export function faultOf(call: RoutedCall, { reason, issues }: ReplyFault): Refusal {
  report(call, new TypeError(`the reply of ${call.operation.id} was refused: ${[reason, ...issues].join(', ')}`))
  return refuse('TK7216', { audit: { event: 'response-refused', reason, details: { issues } } })
}

/** A reply that could not be written: it belongs to another tenant, or hides something that cannot be hidden. */
export function writeFailureOf(call: RoutedCall, error: unknown): Refusal {
  report(call, error)
  if (error instanceof ForeignTenantError) {
    return refuse('TK7216', { audit: { event: 'leak-blocked', reason: 'foreign-tenant', details: { at: error.at } } })
  }
  return refuse('TK7216', { audit: { event: 'response-refused', reason: nameOf(error) } })
}

/** Codes and class names: messages may hold anything. */
function nameOf(error: unknown): string {
  if (isTenantkitError(error)) return error.reason
  const name: unknown = error instanceof Error ? error.constructor.name : typeof error
  return typeof name === 'string' && /^[\w$]{1,60}$/.test(name) ? name : 'Error'
}

/** The first places of the stack; its head is left out, because it repeats the message. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return []
  const head = error.stack.indexOf(error.message)
  const frames = head < 0 ? '' : error.stack.slice(head + error.message.length)
  return [...frames.matchAll(/^ {4}at (?:.*\()?(.+?:\d+:\d+)\)?$/gm)].slice(0, 5).map(([, place]) => place ?? '')
}
