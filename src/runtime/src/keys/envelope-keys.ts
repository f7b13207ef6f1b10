import {
  type Clock,
  createBounded,
  type Random,
  randomHex,
  scopeKey,
  systemClock,
  systemRandom,
} from '../context/index.js'
import type { KeyProvider, SecretKey, TenantKeys } from './types.js'

/** What a wrapped key belongs to; a key management service takes it as its encryption context. */
export interface KeyContext {
  /** Empty for what belongs to no tenant. */
  readonly tenant: string
  readonly key: string
}

/** The hook for a key management service: it holds the keys that wrap data keys, and they never leave it. */
export interface KeyWrapper {
  wrap(key: Uint8Array, context: KeyContext): string | Promise<string>
  /**
   * Undefined when the key that wrapped it is gone for good: then the data key is shredded. Rejects when the service
   * cannot say now.
   */
  unwrap(wrapped: string, context: KeyContext): Uint8Array | undefined | Promise<Uint8Array | undefined>
}

export interface WrappedKey {
  /** `[A-Za-z0-9_-]{1,64}`. */
  readonly id: string
  readonly wrapped: string
}

/** Where wrapped keys are kept. `owner` is a hash: the store learns no tenant's name. */
export interface WrappedKeyStore {
  /** Oldest first; empty when there are none. */
  load(owner: string): Promise<readonly WrappedKey[]>
  /** Adds a key when there are `count` before it; false when another process was faster. */
  append(owner: string, key: WrappedKey, count: number): Promise<boolean>
  /** Forgets all of them for good. Whoever can bring them back from a backup has not shredded them. */
  remove(owner: string): Promise<void>
}

export interface EnvelopeKeysOptions {
  readonly wrapper: KeyWrapper
  readonly store: WrappedKeyStore
  /** Tenants whose keys are remembered, unwrapped. Default: 10,000. */
  readonly limit?: number | undefined
  /** Milliseconds that they are remembered: how long a shredded tenant may live on in other processes. Default: 300,000. */
  readonly lifetime?: number | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}

/** Keys of their own for each tenant, which can be rotated and shredded one by one. */
export interface EnvelopeKeys extends KeyProvider {
  /** Makes a new key that writes from now on; the old ones still open what they sealed. */
  rotate(tenant: string | undefined): Promise<void>
  /** Forgets all keys of a tenant, and with them everything they sealed. What is written later gets a new key. */
  shred(tenant: string): Promise<void>
}

/**
 * Envelope encryption: each tenant's keys are random, made when they are first needed, and kept wrapped. They are unwrapped
 * once per tenant and lifetime, so that a call waits for the service only when it is the first for long.
 */
export function envelopeKeys(options: EnvelopeKeysOptions): EnvelopeKeys {
  const { wrapper, store, limit = 10_000, lifetime = 300_000, clock = systemClock, random = systemRandom } = options
  const known = createBounded<{ readonly keys: TenantKeys; readonly until: number }>(limit)
  /** Of several calls that ask at once, one loads. What was shredded meanwhile is no longer the entry here. */
  const loading = new Map<string, Promise<TenantKeys>>()

  const add = async (tenant: string, owner: string, count: number): Promise<void> => {
    const id = randomHex(random, 8)
    const wrapped = await wrapper.wrap(Uint8Array.from(random.bytes(32)), { tenant, key: id })
    // When another process was faster, its key counts.
    await store.append(owner, { id, wrapped }, count)
  }
  const open = async (tenant: string, owner: string): Promise<readonly (SecretKey | undefined)[]> =>
    Promise.all(
      (await store.load(owner)).map(async ({ id, wrapped }) => {
        const secret = await wrapper.unwrap(wrapped, { tenant, key: id })
        return secret && { id, secret }
      }),
    )
  const load = async (tenant: string, owner: string): Promise<TenantKeys> => {
    let keys = await open(tenant, owner)
    if (keys.at(-1) === undefined) {
      await add(tenant, owner, keys.length)
      keys = await open(tenant, owner)
    }
    const byId = new Map(keys.flatMap((key) => (key ? [[key.id, key] as const] : [])))
    const current = keys.at(-1)
    if (!current) throw new TypeError('the key store did not keep the key that it was given')
    return { current, find: (id) => byId.get(id) }
  }
  const forget = (owner: string): void => {
    known.delete(owner)
    loading.delete(owner)
  }

  return {
    keysOf(tenant) {
      const owner = ownerOf(tenant)
      const entry = known.get(owner)
      if (entry && entry.until > clock.now()) return entry.keys
      const before = loading.get(owner)
      if (before) return before
      const asked = load(tenant ?? '', owner)
      loading.set(owner, asked)
      const isCurrent = (): boolean => loading.get(owner) === asked
      void asked.then(
        (keys) => {
          if (!isCurrent()) return
          loading.delete(owner)
          known.set(owner, { keys, until: clock.now() + lifetime })
        },
        () => {
          if (isCurrent()) loading.delete(owner)
        },
      )
      return asked
    },
    async rotate(tenant) {
      const owner = ownerOf(tenant)
      await add(tenant ?? '', owner, (await store.load(owner)).length)
      forget(owner)
    },
    async shred(tenant) {
      const owner = ownerOf(tenant)
      // Before and after: what is loaded while the store forgets must not stay.
      forget(owner)
      await store.remove(owner)
      forget(owner)
    },
  }
}

function ownerOf(tenant: string | undefined): string {
  return scopeKey('keys', { tenant })
}
