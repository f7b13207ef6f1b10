import { ConfigurationError } from '../error/index.js'
import { derivingKeys } from './derive.js'
import { parseMasterKeys } from './master-keys.js'
import type { KeyProvider } from './types.js'

/**
 * Keys out of an environment variable, read once, in the form of {@link fileKeys}.
 *
 * @param variable default: `TENANTKIT_KEYS`.
 * @throws ConfigurationError when it is not set or is not of this form; its text is not part of the error.
 */
export function environmentKeys(
  variable = 'TENANTKIT_KEYS',
  environment: Readonly<Record<string, string | undefined>> = process.env,
): KeyProvider {
  const text = environment[variable]
  if (text === undefined) throw new ConfigurationError(`the environment variable ${variable} is not set`)
  const { current, keys } = parseMasterKeys(text, `the environment variable ${variable}`)
  return derivingKeys(keys, current)
}
