import { ConfigurationError } from '../error/index.js'

/** What one tenant may take up in a store, so that a flood of one never costs another. */
export interface StoreLimitOptions {
  /** Keys of one tenant. */
  readonly capPerTenant?: number | undefined
  /** Records of one tenant together, in bytes as they are stored; in memory, in characters. */
  readonly maxBytes?: number | undefined
  /** Keys of one tenant whose lease runs. A takeover is not refused. Default: 1,000. */
  readonly maxInFlight?: number | undefined
}

export interface StoreLimits {
  readonly capPerTenant: number
  readonly maxBytes: number
  readonly maxInFlight: number
}

/** How long a tenant waits whose requests in flight are too many: any of them may end at any time. */
export const inFlightRetry = 1000

/** @throws ConfigurationError for a limit that is no positive whole number. */
export function storeLimits(given: StoreLimitOptions, defaults: Omit<StoreLimits, 'maxInFlight'>): StoreLimits {
  const limits = {
    capPerTenant: given.capPerTenant ?? defaults.capPerTenant,
    maxBytes: given.maxBytes ?? defaults.maxBytes,
    maxInFlight: given.maxInFlight ?? 1000,
  }
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isSafeInteger(value) || value <= 0)
      throw new ConfigurationError(`the limit \`${name}\` is no positive whole number`)
  }
  return limits
}
