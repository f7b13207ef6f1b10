/** Key material with the name it is stored under. */
export interface SecretKey {
  /** `[A-Za-z0-9_-]{1,64}`; stands in ciphertexts. */
  readonly id: string
  /** 32 bytes. Never used as it is: each purpose derives its own. */
  readonly secret: Uint8Array
}

/** The keys of one tenant. */
export interface TenantKeys {
  /** For what is written now. */
  readonly current: SecretKey
  /** For what was written before; undefined when that key is gone, and with it what it protected. */
  find(id: string): SecretKey | undefined
}

/** Where keys come from: memory, a file, a key management service. */
export interface KeyProvider {
  /** `undefined` asks for the keys of what belongs to no tenant. */
  keysOf(tenant: string | undefined): TenantKeys | Promise<TenantKeys>
}
