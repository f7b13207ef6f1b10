import { NotImplementedError } from '../error/index.js'

/**
 * The body of a handler that nobody has written yet: the caller gets 501. Also a handler itself.
 *
 * @example
 * const handlers: OrdersHandlers = { createOrder: notImplemented }
 */
export function notImplemented(operation?: unknown): never {
  throw new NotImplementedError(typeof operation === 'string' ? operation : undefined)
}
