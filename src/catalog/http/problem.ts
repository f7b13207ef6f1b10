import type { RefusalReason, Refused } from '../service/index.js'
import type { Problem } from './generated/types/problem.js'

const kinds: { readonly [Reason in RefusalReason]: { readonly status: number; readonly title: string } } = {
  forbidden: { status: 403, title: 'the token does not reach so far' },
  'not-found': { status: 404, title: 'there is no such resource' },
  conflict: { status: 409, title: 'the resource is in another state' },
  'not-usable': { status: 422, title: 'the request cannot be used' },
  busy: { status: 503, title: 'the catalog has too much to do' },
}

/** What callers read of a refusal, as RFC 9457 lays it out. */
export function problemOf({ reason, detail }: Refused): Problem & { readonly status: number } {
  return { ...kinds[reason], detail }
}
