import { type GenerateOptions, type GenerateResult, generate } from './generate.js'
import { settingsFor } from './generate-settings.js'

export interface GenerateFromConfigOptions extends Pick<GenerateOptions, 'check' | 'verify' | 'strict'> {
  /** Directory of the configuration. Default: the process's. */
  readonly directory?: string | undefined
  /** The configuration's own path. Default: found by its name. */
  readonly config?: string | undefined
}

/** Does what `tenantkit generate` does without arguments. A configuration that cannot be read gives a result with its problems. */
export async function generateFromConfig(options: GenerateFromConfigOptions = {}): Promise<GenerateResult> {
  const { directory = process.cwd(), config, ...rest } = options
  const { settings, diagnostics } = await settingsFor({
    directory,
    config,
    contracts: [],
    overlays: [],
    allowRemote: false,
  })
  if (settings) return generate({ ...settings, ...rest })
  return { schemaVersion: 1, out: '.', files: [], contracts: [], diagnostics, stale: false, ms: 0 }
}
