import type { ConfigInput } from './types.js'

/** Gives a configuration file its types. Returns its argument. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config
}
