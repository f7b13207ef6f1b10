/** Why the service does not do what it is asked for. */
export type RefusalReason = 'forbidden' | 'not-found' | 'conflict' | 'not-usable' | 'busy'

export interface Refused {
  readonly kind: 'refused'
  readonly reason: RefusalReason
  /** One sentence for the caller. No value of a request or a contract stands in it. */
  readonly detail: string
}

/** Seconds after which what was too busy is asked again: what fills the queue is judged in a few of them. */
export const secondsWhenBusy = 5

export function refused(reason: RefusalReason, detail: string): Refused {
  return { kind: 'refused', reason, detail }
}

/** The same words for what is not there and for what belongs to others. */
export const notFound: Refused = refused('not-found', 'There is no such thing.')

export function isRefused(value: object): value is Refused {
  return 'kind' in value && value.kind === 'refused'
}
