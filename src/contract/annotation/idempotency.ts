import type { JsonObject } from '../../util/own.js'
import type { Idempotency, Origin } from '../model/index.js'
import type { Problems } from '../problem.js'
import { duration } from './duration.js'
import { type Extension, readExtension } from './extension.js'
import { about, choice, either, map, record, type Shape } from './shape.js'
import { headerName, jsonPointer } from './text.js'

const defaultKey = { in: 'header', name: 'Idempotency-Key' } as const
const mode = choice(['required', 'optional', 'off'])

const headerKey = map(
  record({ in: choice(['header']), name: headerName }, ['in', 'name']),
  ({ name }): Idempotency['key'] => ({ in: 'header', name }),
)
const bodyKey = map(
  record({ in: choice(['body']), pointer: jsonPointer }, ['in', 'pointer']),
  ({ pointer }): Idempotency['key'] => ({ in: 'body', pointer }),
)
/** A key is found by `in`; the other shape never speaks for it, so its complaints are to the point. */
const key: Shape<Idempotency['key']> = {
  expected: 'an object of in and name, or of in and pointer',
  schema: { anyOf: [headerKey.schema, bodyKey.schema] },
  read: (value, place) => (isBodyKey(value) ? bodyKey : headerKey).read(value, place),
}

const year = 366 * 86_400_000
const day = 86_400_000

export const idempotencyShape = either(
  map(mode, (name): Idempotency => ({ mode: name, key: defaultKey, scope: 'tenant' })),
  map(
    record(
      {
        mode: about('Whether callers must, may or cannot repeat a call safely.', mode),
        key: about('Where the key stands; the header `Idempotency-Key` when left out.', key),
        ttl: about('How long an answer is kept for repeated calls.', duration(year)),
        lease: about('How long a call may take before another one may take over.', duration(day)),
        onLeaseExpired: about('What a repeated call does then.', choice(['takeover', 'block'])),
        scope: about('Within what a key is unique; `tenant` when left out.', choice(['tenant', 'principal'])),
      },
      ['mode'],
    ),
    ({ key: place = defaultKey, scope = 'tenant', ...rest }): Idempotency => ({ ...rest, key: place, scope }),
  ),
)

/** `x-idempotency`. */
export function readIdempotency(node: JsonObject, at: Origin, problems: Problems): Extension<Idempotency> {
  return readExtension(node, at, 'x-idempotency', idempotencyShape, problems)
}

function isBodyKey(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, 'in') &&
    (value as { in: unknown }).in === 'body'
  )
}
