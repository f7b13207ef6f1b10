import type { Codec, View } from '../codec/index.js'
import { isTenantId } from '../context/index.js'
import { ForeignTenantError } from '../error/index.js'
import type { RoutedCall } from './call.js'
import { type Refusal, refuse } from './refusal.js'

const none: ReadonlySet<string> = new Set()

/** Compares what a body says about tenants with what is verified. */
export class BodyGuard implements View {
  readonly tenant: string | undefined
  readonly #scope: RoutedCall['operation']['operation']['scope']
  #foreign: Set<string> | undefined
  #granted: readonly string[] | undefined
  #found: unknown

  constructor({ tenant, operation }: RoutedCall) {
    this.tenant = tenant
    this.#scope = operation.operation.scope
  }

  /** Other tenants that the body has named so far, in the scope that may reach some. */
  get foreign(): ReadonlySet<string> {
    return this.#foreign ?? none
  }

  /** From now on only these may be named; what comes in a stream is judged after the grants are known. */
  settle(granted: readonly string[]): void {
    this.#granted = granted
  }

  /** A refusal for another tenant's id; undefined when all is well. */
  check(codec: Codec | undefined, value: unknown): Refusal | undefined {
    // An operator without a tenant works on all of them; nobody else has none.
    const isBound = this.#scope !== 'public' && !(this.#scope === 'platform' && this.tenant === undefined)
    if (!isBound || !codec?.guard) return undefined
    try {
      codec.guard(value, this)
      return undefined
    } catch (error) {
      if (!(error instanceof ForeignTenantError)) throw error
      return mismatch(error.at, this.#found)
    }
  }

  guard(value: unknown, at: string): void {
    if (value === this.tenant) return
    const isGranted = this.#scope === 'cross-tenant' && isTenantId(value) && (this.#granted?.includes(value) ?? true)
    if (!isGranted) {
      this.#found = value
      throw new ForeignTenantError(at)
    }
    this.#foreign ??= new Set()
    this.#foreign.add(value)
  }

  shows(): boolean {
    return true
  }

  mask(): undefined {
    return undefined
  }
}

function mismatch(at: string, found: unknown): Refusal {
  const named = typeof found === 'string' ? found.slice(0, 64) : typeof found
  return refuse('TK7207', { audit: { event: 'tenant-mismatch', reason: 'body', details: { at, named } } })
}
