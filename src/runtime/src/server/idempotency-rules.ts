import { ConfigurationError } from '../error/index.js'

/** What a service decides about idempotency beyond its contract, for all operations or for some. */
export interface IdempotencyRules extends OperationIdempotencyRules {
  /** By operation. What is left out there is as above. */
  readonly operations?: Readonly<Record<string, OperationIdempotencyRules>> | undefined
}

export interface OperationIdempotencyRules {
  /** Milliseconds that a repeated call waits for the first one to end, before it is told to come back. Default: 0. */
  readonly wait?: number | undefined
  /**
   * Keeps answers of 500 and above that the handler gives, as lasting ones, so that the same key never executes again.
   * Default: false. What it throws is not an answer, and never kept.
   */
  readonly keepServerErrors?: boolean | undefined
  /** Where a key is optional and the store is down: refuse with 503, or execute without protection. Default: `refuse`. */
  readonly optionalOutage?: 'refuse' | 'execute' | undefined
  /** Tells in `Idempotency-Expires` until when an answer is kept, as an HTTP date. Default: false. */
  readonly tellExpiry?: boolean | undefined
  /**
   * Places that may differ between attempts of one request, because they tell of the attempt: `/body/sentAt`,
   * `/query/attempt`. JSON Pointers, without wildcards. Default: none.
   */
  readonly exclude?: readonly string[] | undefined
  /**
   * Asked instead of the handler when it takes over from an attempt that never ended, with the same request: gives the answer
   * when it finds what that attempt did, or `undefined`, and the handler runs. Default: the handler runs.
   */
  readonly recover?: ((request: never) => unknown) | undefined
}

/** The rules of each operation, with all defaults filled in. */
export interface SettledRules {
  readonly wait: number
  readonly keepServerErrors: boolean
  readonly optionalOutage: 'refuse' | 'execute'
  readonly tellExpiry: boolean
  readonly exclude: readonly string[]
  readonly recover: ((request: object) => unknown) | undefined
}

/** @throws ConfigurationError when they name an operation that there is not, or a place that no request has. */
export function settleRules(
  rules: IdempotencyRules,
  operations: readonly { readonly id: string; readonly idempotency?: unknown }[],
): (operation: string) => SettledRules {
  const { operations: special = {}, ...general } = rules
  for (const id of Object.keys(special)) {
    if (!operations.some((operation) => operation.id === id && operation.idempotency !== undefined)) {
      throw new ConfigurationError(`\`idempotencyRules\` names \`${id}\`, which is no operation with idempotency`)
    }
  }
  const settled = new Map(
    operations.map(({ id }) => [id, settle(general, Object.hasOwn(special, id) ? special[id] : {})]),
  )
  return (operation) => settled.get(operation) ?? settle(general, {})
}

function settle(general: OperationIdempotencyRules, special: OperationIdempotencyRules = {}): SettledRules {
  const wait = special.wait ?? general.wait ?? 0
  const exclude = special.exclude ?? general.exclude ?? []
  if (!Number.isFinite(wait) || wait < 0) throw new ConfigurationError('`wait` is a number of milliseconds')
  if (!exclude.every((place) => /^\/(?:body|query\/[^/]+)(?:\/|$)/.test(place) && place !== '/body')) {
    throw new ConfigurationError('`exclude` names places inside of `/body/` or `/query/`')
  }
  return {
    wait,
    keepServerErrors: special.keepServerErrors ?? general.keepServerErrors ?? false,
    optionalOutage: special.optionalOutage ?? general.optionalOutage ?? 'refuse',
    tellExpiry: special.tellExpiry ?? general.tellExpiry ?? false,
    exclude,
    recover: (special.recover ?? general.recover) as ((request: object) => unknown) | undefined,
  }
}
