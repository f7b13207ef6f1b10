import { createPublicKey, type KeyObject, randomBytes } from 'node:crypto'
import { createTickets } from '@tenantkit/runtime'
import { listen } from '@tenantkit/runtime/node'
import { tokenAuthenticator } from '../access/index.js'
import { createJudgePool, type JudgePoolOptions } from '../judge/index.js'
import { createIdTokens, usualIssuers } from '../oidc/index.js'
import type { ServiceContext } from '../service/index.js'
import { openStore } from '../store/index.js'
import type { AttemptSeen, Dispatcher } from '../webhooks/index.js'
import { createBuckets } from './buckets.js'
import { catalogServer } from './catalog-server.js'
import { cursorKeys } from './cursor-keys.js'
import type { CatalogLog } from './log.js'
import { createPrometheus, serveMetrics } from './prometheus.js'
import { publicRead } from './public-read.js'
import { rateByCaller } from './rate-by-caller.js'
import { stackOf } from './stack-of.js'
import { inBoth, openTelemetryOfProcess } from './telemetry.js'
import { createWebhooks, type WebhookSettings } from './webhooks.js'
import { type PeopleSignIn, withPages } from './with-pages.js'

export interface CatalogSettings {
  /** A file of SQLite, or the URL of a PostgreSQL database. */
  readonly place: string
  /** Signs the audit: Ed25519, private. The same for all processes of one database. */
  readonly signingKey: KeyObject
  readonly judge: JudgePoolOptions
  readonly log: CatalogLog
  /** Default: 127.0.0.1, which only this machine reaches. */
  readonly host?: string | undefined
  /** Default: one that is free. */
  readonly port?: number | undefined
  /** Requests of one token in a minute, as many pages of one session or address, and exchanges from one address. Default: 600. */
  readonly perMinute?: number | undefined
  /** Refused exchanges and sign-ins in a minute that the audit of an organisation is told of. Default: 60. */
  readonly refusalsPerMinute?: number | undefined
  /** The organisation whose contracts everybody may read. Default: none. */
  readonly publicRead?: string | undefined
  /** Where callers reach the catalog: whom ID tokens are for. Default: where it listens. */
  readonly publicUrl?: string | undefined
  /** Issuers that trust policies may name, beside GitHub.com and GitLab.com; nobody else is ever asked for keys. */
  readonly ciIssuers?: readonly string[] | undefined
  /** Pages for people beside the API. Default: none. */
  readonly pages?: { readonly toolVersion: string } | undefined
  /** A proxy in front ends TLS, and says where requests come from. Default: nothing stands in front. */
  readonly isBehindTls?: boolean | undefined
  /** Lets people in with accounts of their organisation, where there are pages. Default: with tokens only. */
  readonly people?: PeopleSignIn | undefined
  /** Where Prometheus reads, on the same host. Default: nowhere. */
  readonly metricsPort?: number | undefined
  /** How events are delivered. Default: to others than this machine, and not by the clock. */
  readonly webhooks?: WebhookSettings | undefined
  readonly now?: (() => Date) | undefined
}

export interface RunningCatalog {
  readonly url: string
  /** Undefined without a port for it. */
  readonly metricsUrl: string | undefined
  readonly context: ServiceContext
  /** Delivers events to webhooks. */
  readonly dispatcher: Dispatcher
  /** Takes no more requests, lets running ones end, and closes the database. Called again it gives the same promise. */
  close(): Promise<void>
}

/**
 * Opens the database and serves.
 *
 * @throws what the database throws, and what is thrown for a port that cannot be had; then nothing stays open.
 */
export async function startCatalog(settings: CatalogSettings): Promise<RunningCatalog> {
  const closers: (() => Promise<void>)[] = []
  try {
    return await start(settings, closers)
  } catch (error) {
    await closeAll(closers)
    throw error
  }
}

async function start(settings: CatalogSettings, closers: (() => Promise<void>)[]): Promise<RunningCatalog> {
  const { place, signingKey, log, host = '127.0.0.1', port, now = () => new Date() } = settings
  const { perMinute = usualRate, isBehindTls = false } = settings
  const store = await openStore({ place, signer: { key: signingKey, every: linksPerCheckpoint } })
  closers.push(() => store.close())
  const judge = createJudgePool(settings.judge)
  closers.push(() => judge.close())
  const prometheus = createPrometheus({ waiting: () => store.outbox.waiting() })
  closers.push(async () => prometheus.close())
  let url = settings.publicUrl?.replace(/\/+$/, '')
  const issuers = [...Object.values(usualIssuers), ...(settings.ciIssuers ?? [])]
  const context: ServiceContext = {
    store,
    judge,
    tickets: createTickets({ keys: cursorKeys(signingKey) }),
    publicKey: createPublicKey(signingKey),
    now,
    random: randomBytes,
    onDefect(defect, about) {
      prometheus.countDefect()
      log({ event: 'defect', ...about, ...defect })
    },
  }
  // Anybody can make us refuse things; the audit is kept for ever.
  const refusals = createBuckets({ perMinute: settings.refusalsPerMinute ?? 60, most: 1000 })
  const surroundings = {
    ...context,
    signingKey,
    log,
    onAttempt: (attempt: AttemptSeen) => prometheus.countAttempt(attempt),
    onError: (error: unknown) => log({ event: 'error', operation: 'webhooks', error: stackOf(error) }),
  }
  const { context: webhooks, dispatcher } = createWebhooks(surroundings, settings.webhooks)
  closers.push(() => dispatcher.close())
  const mayTell = (organisation: string) => refusals(organisation) === undefined
  const publicUrl = () => url ?? ''
  let isStopping = false
  const open = settings.publicRead === undefined ? undefined : openTo(settings.publicRead)
  const server = catalogServer({
    context,
    webhooks,
    authenticate: open?.authenticator(tokenAuthenticator((id) => store.token(id), now)),
    isStopping: () => isStopping,
    idTokens: createIdTokens({ issuers, audience: publicUrl, now }),
    mayTellRefusal: mayTell,
    rateLimit: rateByCaller({ perMinute, isBehindProxy: isBehindTls }),
    telemetry: inBoth(openTelemetryOfProcess(), prometheus.telemetry),
    onError: (error, { operation, traceId }) => log({ event: 'error', operation, traceId, error: stackOf(error) }),
  })
  const api = open?.server(server) ?? server
  const served = settings.pages
    ? await withPages(api, context, {
        ...settings.pages,
        isSecure: isBehindTls,
        perMinute,
        publicRead: settings.publicRead,
        people: settings.people,
        url: publicUrl,
        mayTell,
        log,
      })
    : api
  const metrics =
    settings.metricsPort === undefined ? undefined : await serveMetrics(prometheus, host, settings.metricsPort)
  if (metrics) closers.push(() => metrics.close())
  const listening = await listen(served, { host, port, requestTimeout: mostMilliseconds })
  url ??= listening.url
  closers.push(() => listening.close())
  if (settings.webhooks?.byClock === true) dispatcher.start()
  let closed: Promise<void> | undefined
  return {
    url: listening.url,
    metricsUrl: metrics?.url,
    context,
    dispatcher,
    close() {
      isStopping = true
      closed ??= closeAll(closers)
      return closed
    },
  }
}

/** What was opened last is closed first. */
async function closeAll(closers: readonly (() => Promise<void>)[]): Promise<void> {
  for (const close of closers.toReversed()) await close()
}

function openTo(organisation: string): ReturnType<typeof publicRead> {
  return publicRead(organisation, randomBytes(32).toString('base64url'))
}

/** Of requests in a minute. */
const usualRate = 600

/** As `verifyChain` expects it by default. */
const linksPerCheckpoint = 100

/** For a large contract over a slow line. */
const mostMilliseconds = 300_000
