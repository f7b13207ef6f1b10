import { RequestError } from '../error/index.js'
import { own } from '../wire/index.js'
import { atPointer, withPointer } from './json-pointer.js'
import type { CallInput, CallOptions, ClientOperation, IdempotentCallOptions } from './types.js'

/** The key of a call, and where it goes: into a header, or it is in the body already. */
export interface KeyedCall {
  readonly body: unknown
  readonly header?: { readonly name: string; readonly value: string }
  /** True when a repeated request has one effect only. */
  readonly isKeyed: boolean
}

/**
 * Makes the key of a call: once, so that it is kept over all attempts. A key that the caller put into the header
 * parameter or the body by hand stays.
 */
export function withIdempotencyKey(
  operation: ClientOperation,
  input: CallInput,
  options: CallOptions | undefined,
  uuid: () => string,
): KeyedCall {
  const { idempotency } = operation
  const body = input.body
  if (!idempotency) return { body, isKeyed: false }
  const given = (options as IdempotentCallOptions | undefined)?.idempotencyKey
  const { key } = idempotency
  if (key.in === 'body') {
    const present = atPointer(body, key.pointer)
    if (present !== undefined && given === undefined) return { body, isKeyed: true }
    return { body: withPointer(body, key.pointer, checkKey(given ?? uuid())), isKeyed: true }
  }
  if (given === undefined && hasOwnHeader(operation, input, key.name)) return { body, isKeyed: true }
  return { body, header: { name: key.name, value: structuredString(checkKey(given ?? uuid())) }, isKeyed: true }
}

function hasOwnHeader({ parameters = [] }: ClientOperation, input: CallInput, name: string): boolean {
  return parameters.some(
    (parameter) =>
      parameter.in === 'header' &&
      parameter.name.toLowerCase() === name.toLowerCase() &&
      own(input.headers, parameter.property ?? parameter.name) !== undefined,
  )
}

function checkKey(key: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw new RequestError('TK7108', 'it must be 1 to 255 characters of visible ASCII')
}

/** A String of Structured Field Values (RFC 9651, section 3.3.3): what the draft of the header asks for. */
function structuredString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
