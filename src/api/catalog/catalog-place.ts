import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Connection, connect, exchange, lockName } from '../../catalog/client/index.js'
import { type Config, findConfig, readConfig } from '../../config/index.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { displayPath } from '../../util/display-path.js'
import { idTokenSource } from './id-token.js'

/** Where a catalog is named, and the token for it. */
export interface CatalogPlace {
  readonly directory: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Wins over the environment, which wins over the configuration. */
  readonly url?: string | undefined
  /** File that holds the token; wins over the environment. */
  readonly tokenFile?: string | undefined
  /** Whose trust a job of CI that has no token relies on. Default: that of the environment, else `main`. */
  readonly organisation?: string | undefined
  /** Default: the configuration of the directory. */
  readonly config?: string | undefined
}

/** What is known before the catalog is asked. */
export interface CatalogSettings {
  readonly config?: Config | undefined
  /** Absent when nobody names a catalog. */
  readonly url?: string | undefined
  readonly lockPath: string
  /** The lock as shown to the user. */
  readonly lockFile: string
  readonly cacheFolder: string
}

export async function catalogSettings(
  place: CatalogPlace,
): Promise<{ readonly settings: CatalogSettings } | { readonly problems: readonly Diagnostic[] }> {
  const { directory, environment, config: file } = place
  const read = file === undefined && findConfig(directory) === undefined ? undefined : await readConfig(directory, file)
  if (read && !read.config) return { problems: read.diagnostics }
  const config = read?.config
  const lockPath = join(config?.directory ?? directory, lockName)
  const home = environment['XDG_CACHE_HOME'] || join(environment['HOME'] ?? homedir(), '.cache')
  return {
    settings: {
      config,
      url: place.url ?? (environment['TENANTKIT_CATALOG_URL'] || config?.catalog?.url),
      lockPath,
      lockFile: displayPath(lockPath, directory),
      cacheFolder: environment['TENANTKIT_CACHE_DIR'] || join(home, 'tenantkit', 'bundles'),
    },
  }
}

/** A connection to the catalog that is named, with the token that is given, else one that this job of CI is given for itself. */
export async function connectTo({ url }: CatalogSettings, place: CatalogPlace): Promise<Connection | Diagnostic> {
  if (url === undefined) return diagnostic('TK5301', {})
  const token = givenToken(place) ?? (await exchangedToken(url, place))
  return 'code' in token ? token : connect({ url, token: token.text })
}

type Token = { readonly text: string } | Diagnostic

/** Undefined when none is given. */
function givenToken({ directory, environment, tokenFile }: CatalogPlace): Token | undefined {
  const file =
    tokenFile ?? (environment['TENANTKIT_CATALOG_TOKEN'] ? undefined : environment['TENANTKIT_CATALOG_TOKEN_FILE'])
  if (file === undefined || file === '') {
    const text = environment['TENANTKIT_CATALOG_TOKEN']
    return text ? { text } : undefined
  }
  try {
    return { text: readFileSync(resolve(directory, file), 'utf8') }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
    return diagnostic('TK5303', { reason: `\`${file}\` cannot be read: ${reason}` })
  }
}

/** An ID token is taken once: all that asks in one place shares what it was exchanged for. */
const exchanged = new WeakMap<CatalogPlace, Promise<Token>>()

/** Exchanges the ID token of this job. */
export function exchangedToken(url: string, place: CatalogPlace): Promise<Token> {
  const known = exchanged.get(place)
  if (known) return known
  const source = idTokenSource(place.environment)
  const token: Promise<Token> = source
    ? exchange({ url, organisation: organisationOf(place), idToken: source })
    : Promise.resolve(diagnostic('TK5303', { reason: 'none is given' }))
  exchanged.set(place, token)
  return token
}

function organisationOf({ organisation, environment }: CatalogPlace): string {
  return organisation ?? (environment['TENANTKIT_CATALOG_ORGANISATION'] || 'main')
}
