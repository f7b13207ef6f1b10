import type { FlagToken } from '../../report-outputs.js'
import { runDiff } from '../../run-diff.js'
import type { CatalogFlags } from '../flags.js'

export interface CatalogDiffFlags extends CatalogFlags {
  readonly view?: string | undefined
  readonly semver?: string | undefined
  readonly today?: string | undefined
  readonly marker?: string | undefined
  readonly 'fail-on'?: string | undefined
  readonly 'show-info': boolean
}

export function runCatalogDiff(
  versions: readonly string[],
  flags: CatalogDiffFlags,
  tokens: readonly FlagToken[],
): Promise<number> {
  const { view, semver, config, catalog, marker } = flags
  return runDiff({
    tokens,
    given: {
      ...{ view, semver, config, catalog },
      tokenFile: flags['token-file'],
      directory: process.cwd(),
      words: versions.map((version) => (version.startsWith('catalog:') ? version : `catalog:${version}`)),
      overlays: { both: [], base: [], head: [] },
      failOn: flags['fail-on'],
      allowRemote: false,
      today: flags.today ?? new Date().toISOString().slice(0, 10),
    },
    shown: { showInfo: flags['show-info'], marker },
  })
}
