import { resolve } from 'node:path'
import {
  type CatalogEvent,
  firstToken,
  lineLog,
  type RunningCatalog,
  signingKey,
  startCatalog,
} from '../../catalog/http/index.js'
import { judgeScript } from '../../catalog/judge/index.js'
import { isServiceAddress } from '../../catalog/oidc/service-address.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { toolVersion } from '../tool-version.js'
import { type DatabaseOptions, databasePlace } from './database-place.js'
import { type PeopleOptions, peopleSignIn } from './people-sign-in.js'
import { codeOf, storeFailure } from './store-failure.js'

export interface ServeCatalogOptions extends DatabaseOptions {
  /** File of the key that signs the audit. Default: that of the database with `.key` behind it, or `catalog.key`. */
  readonly key?: string | undefined
  readonly host: string
  readonly port: number
  /** Makes the organisation, and a token for it unless somebody holds one. */
  readonly init: boolean
  readonly organisation: string
  /** Whether everybody may read the contracts of the organisation. */
  readonly publicRead: boolean
  /** Whether there are pages for people, beside the API. */
  readonly pages: boolean
  /** Whether browsers reach them over TLS, which something in front of the catalog ends. */
  readonly behindTls: boolean
  /** Requests of one token in a minute. */
  readonly rate: number
  readonly metricsPort?: number | undefined
  /** Where callers reach it. Default: where it listens. */
  readonly publicUrl?: string | undefined
  /** Issuers that trust policies may name, beside GitHub.com and GitLab.com. */
  readonly ciIssuers: readonly string[]
  /** Whether webhooks may listen on this machine, over plain HTTP, too. */
  readonly allowInsecureWebhooks: boolean
  readonly people: PeopleOptions
  /** Takes one line of the log. */
  readonly log: (line: string) => unknown
  /** Takes the first token of the organisation, when `init` has made one; before anybody is told where to listen. */
  readonly onToken: (token: string) => unknown
}

export interface ServedCatalog {
  readonly url: string
  readonly metricsUrl: string | undefined
  /** Resolves when running requests have ended. */
  close(): Promise<void>
}

/** Without a catalog there is at least one error. */
export interface ServeCatalogResult {
  readonly catalog?: ServedCatalog
  readonly diagnostics: readonly Diagnostic[]
}

/** Serves the catalog until it is closed. */
export async function serveCatalog(options: ServeCatalogOptions): Promise<ServeCatalogResult> {
  const { directory, database = 'catalog.db', databaseUrl, organisation, host, port } = options
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(organisation)) return { diagnostics: [diagnostic('TK5206', {})] }
  const unusable = options.ciIssuers.find((issuer) => !isServiceAddress(issuer))
  if (unusable !== undefined) return { diagnostics: [diagnostic('TK5220', { url: unusable })] }
  if (options.publicUrl !== undefined && !isServiceAddress(options.publicUrl))
    return { diagnostics: [diagnostic('TK5221', { url: options.publicUrl })] }
  const people = peopleSignIn(options.people, organisation)
  if (people && 'code' in people) return { diagnostics: [people] }
  const keyFile = options.key ?? (databaseUrl === undefined ? `${database}.key` : 'catalog.key')
  const key = signingKey(resolve(directory, keyFile))
  if ('refused' in key) return { diagnostics: [diagnostic('TK5204', { file: keyFile, reason: key.refused })] }
  const script = judgeScript()
  const now = () => new Date()
  const log = lineLog(options.log, now)
  try {
    const running = await startCatalog({
      place: databasePlace(options),
      signingKey: key,
      judge: { script },
      log,
      host,
      port,
      perMinute: options.rate,
      publicRead: options.publicRead ? organisation : undefined,
      pages: options.pages ? { toolVersion: toolVersion() } : undefined,
      isBehindTls: options.behindTls,
      metricsPort: options.metricsPort,
      publicUrl: options.publicUrl,
      ciIssuers: options.ciIssuers,
      webhooks: { allowInsecure: options.allowInsecureWebhooks, byClock: true },
      people,
      now,
    })
    const { url, metricsUrl, context } = running
    const token = options.init ? await firstTokenOf(running, organisation) : undefined
    if (token !== undefined) options.onToken(token)
    if (people && !(await context.store.organisations()).includes(organisation)) {
      await running.close()
      return { diagnostics: [diagnostic('TK5211', { organisation })] }
    }
    log({ event: 'listening', url, metrics: metricsUrl, database: context.store.kind } satisfies CatalogEvent)
    const close = async () => {
      log({ event: 'stopping' })
      await running.close()
      log({ event: 'stopped' })
    }
    return { catalog: { url, metricsUrl, close }, diagnostics: [] }
  } catch (error) {
    return { diagnostics: [startFailure(error, `${host}:${port}`)] }
  }
}

/** Nothing stays open when it fails. */
async function firstTokenOf(running: RunningCatalog, organisation: string): Promise<string | undefined> {
  try {
    return await firstToken(running.context, organisation)
  } catch (error) {
    await running.close()
    throw error
  }
}

function startFailure(error: unknown, address: string): Diagnostic {
  const isOfListening = error instanceof Error && 'syscall' in error && error.syscall === 'listen'
  return isOfListening ? diagnostic('TK5205', { address, reason: codeOf(error) }) : storeFailure(error)
}
