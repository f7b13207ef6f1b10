import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { exportJWK, generateKeyPair } from 'jose'
import {
  type AuditSink,
  type Authenticator,
  auditChain,
  contextSigner,
  contextTokens,
  ephemeralKeys,
  fileLines,
  fromCurrentCall,
  type GovernedServer,
  type IdempotencyStore,
  memoryVault,
  type RateLimiter,
  type ServerOptions,
  type SinkMask,
  type TokenVault,
  toAll,
  toOtlp,
  toStdout,
} from '../../../src/runtime/src/index.js'
import { listen } from '../../../src/runtime/src/node/index.js'
import { openTelemetry, tracedClient } from '../../../src/runtime/src/otel/index.js'
import { seededRandom } from '../../../src/runtime/src/testing/index.js'
import { generated } from '../support/generated.js'
import { clientErrors } from './client-errors.js'
import { contract, type Switches } from './contract.js'
import { handlersOf } from './handlers.js'
import { createSecrets } from './secrets.js'
import { collector, createSinks, type Sinks, telemetry, watchProcess } from './sinks.js'
import { traffic } from './traffic.js'

export interface Modules {
  readonly createServer: (options: ServerOptions) => GovernedServer
  readonly createClient: (
    options: object,
  ) => Readonly<Record<string, (input: object) => Promise<{ readonly status: number }>>>
  readonly orderMask: SinkMask<unknown>
  readonly newOrderMask: SinkMask<unknown>
}

export interface RunOptions extends Switches {
  readonly name: string
  readonly store: IdempotencyStore
  readonly rateLimit?: RateLimiter | undefined
  /** Reads what the stores have kept into the sinks. */
  readonly dump: (sinks: Sinks) => Promise<void>
  /** The service logs orders as they are, to see that the search finds it. Default: false. */
  readonly logsUnmasked?: boolean
}

export interface Run {
  /** `sink: secret as form`. */
  readonly leaks: readonly string[]
  readonly dumps: ReadonlyMap<string, Buffer>
  readonly secrets: number
  /** Of which places callers who may see everything were sent the secrets. */
  readonly cleared: readonly string[]
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>
}

/** Everything that can happen to a call, with a secret in each place of it, and all that is written down of it. */
export async function canaryRun(options: RunOptions): Promise<Run> {
  const random = seededRandom(options.name)
  const secrets = createSecrets((length) => random.bytes(length))
  const sinks = createSinks()
  const folder = mkdtempSync(join(tmpdir(), 'canary-'))
  const unwatch = watchProcess(sinks)
  const otlp = await collector(sinks)
  const { tracer, meter, collect } = telemetry(sinks)
  const pseudonymKey = new Uint8Array(32).fill(7)
  const sinkOfAudit = await auditOf(sinks, folder, otlp.url)
  const modules = await load(options)
  const log = (error: unknown): void => {
    // What a handler throws is the service's own, and so is what its log makes of it.
    const isOurs = !(error instanceof Error && error.name === 'HandlerError')
    sinks.add('log', isOurs ? `${String(error)} ${inspect(error)} ${JSON.stringify(error)}` : 'HandlerError')
  }
  const { privateKey, publicKey } = await generateKeyPair('EdDSA')
  const common = {
    idempotency: options.store,
    keys: ephemeralKeys(),
    vault: vaultInto(sinks),
    audit: sinkOfAudit.audit,
    rateLimit: options.rateLimit,
    telemetry: openTelemetry({ tracer, meter, pseudonymKey }),
    onError: log,
  } satisfies Partial<ServerOptions>
  const handlers = { modules, secrets, sinks, tracer, meter, logsUnmasked: options.logsUnmasked === true }
  const ledger = await listen(
    modules.createServer({
      ...common,
      handlers: handlersOf({ ...handlers, ledger: undefined }),
      authenticate: contextTokens({ audience: 'ledger', issuers: { shop: { keys: await exportJWK(publicKey) } } }),
    }),
  )
  const signer = contextSigner({ issuer: 'shop', key: privateKey })
  const client = modules.createClient({
    ...fromCurrentCall(),
    baseUrl: ledger.url,
    fetch: recordingFetch(sinks),
    auth: signer.credential('ledger'),
    interceptors: [tracedClient({ tracer, pseudonymKey })],
  })
  const shop = await listen(
    modules.createServer({
      ...common,
      handlers: handlersOf({ ...handlers, ledger: client }),
      authenticate: believing,
    }),
  )
  try {
    const { cleared, statuses } = await traffic(shop.url, secrets, sinks)
    await clientErrors(modules, shop.url, secrets, sinks, tracedClient({ tracer, pseudonymKey }))
    await collect()
    await sinkOfAudit.end()
    await options.dump(sinks)
    unwatch()
    const dumps = sinks.dumps()
    const placesIn = (dump: Buffer): string[] => secrets.foundIn(dump).map((found) => found.replace(/ as .*/, ''))
    const leaks = [...dumps].flatMap(([sink, dump]) => secrets.foundIn(dump).map((found) => `${sink}: ${found}`))
    return { leaks: [...new Set(leaks)].sort(), dumps, secrets: secrets.count, cleared: placesIn(cleared), statuses }
  } finally {
    unwatch()
    await Promise.all([shop.close(0), ledger.close(0)])
    otlp.close()
    rmSync(folder, { recursive: true })
  }
}

async function load(options: RunOptions): Promise<Modules> {
  const folder = await generated(options.name, contract('Canary', options))
  const [server, client, masks] = (await Promise.all(
    ['server.js', 'client.js', 'masks.js'].map((file) => import(/* @vite-ignore */ join(folder, file))),
  )) as Record<string, unknown>[]
  return {
    createServer: server?.['createCanaryServer'],
    createClient: client?.['createCanaryClient'],
    orderMask: masks?.['orderMask'],
    newOrderMask: masks?.['newOrderMask'],
  } as Modules
}

/** Tokens are `tenant.clearance.secret`; what does not look like one is refused. */
const believing: Authenticator = {
  authenticate({ value }) {
    const [tenant, clearance, secret] = value.split('.')
    if (!secret) return { outcome: 'refused', reason: 'token-malformed' }
    const claims = { tenant_id: tenant, session: secret }
    return { outcome: 'authenticated', principal: { id: 'ann', issuer: 'id', scopes: [], clearance, claims } }
  },
}

/** A chain in a file, lines on the standard output, and records for a collector, all at once. */
async function auditOf(
  sinks: Sinks,
  folder: string,
  url: string,
): Promise<{ readonly audit: AuditSink; end(): Promise<void> }> {
  const path = join(folder, 'audit.jsonl')
  const lines = await fileLines(path)
  const chain = await auditChain({ lines, key: generateKeyPairSync('ed25519').privateKey, every: 5 })
  const otlp = toOtlp({ url, service: 'canary' })
  return {
    audit: toAll(
      chain,
      otlp,
      toStdout((line) => sinks.add('audit line', line)),
    ),
    async end() {
      await Promise.all([otlp.flush(), chain.checkpoint()])
      await lines.close()
      sinks.add('audit file', readFileSync(path))
    },
  }
}

function vaultInto(sinks: Sinks): TokenVault {
  const vault = memoryVault()
  return {
    ...vault,
    keep(tenant, tokens) {
      sinks.add('vault', [...tokens])
      return vault.keep(tenant, tokens)
    },
  }
}

/** What one service sends to another: its whole request, and the context token in it read. */
function recordingFetch(sinks: Sinks): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const headers = [...request.headers].map(([name, value]) => `${name}: ${value}`)
    const body = await request.clone().arrayBuffer()
    sinks.add('outbound', `${request.method} ${request.url}\n${headers.join('\n')}\n`)
    sinks.add('outbound', Buffer.from(body))
    const token = request.headers.get('authorization')?.split(/[ .]/) ?? []
    for (const part of token) sinks.add('context token', Buffer.from(part, 'base64url'))
    return fetch(request)
  }
}
