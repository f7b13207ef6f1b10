/**
 * How long do searches, lists, contracts, publications and pages take in a catalog of 100,000 versions of 2,000 contracts?
 * Yardsticks: the 95th percentile of a search at most 50 ms, of a publication at most 100 ms beside its gate, of a page at
 * most 100 ms and 100 KB.
 *
 *   npm run bench:catalog [-- PLACE [CONTRACTS [VERSIONS]]]
 *
 * PLACE is a file of SQLite or the URL of a PostgreSQL database, which has to be empty or filled by this benchmark before;
 * default: a file of its own. Times are those of a client over HTTP; of a publication, the time in the gate is taken off.
 */
import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createTickets, ephemeralKeys } from '@tenantkit/runtime'
import { listen } from '@tenantkit/runtime/node'
import { createToken } from '../../src/catalog/access/index.js'
import { catalogServer } from '../../src/catalog/http/catalog-server.js'
import { createCatalogClient } from '../../src/catalog/http/generated/client.js'
import { createWebhooks } from '../../src/catalog/http/webhooks.js'
import { createJudgePool, type JudgePool } from '../../src/catalog/judge/index.js'
import { createIdTokens } from '../../src/catalog/oidc/index.js'
import type { ServiceContext } from '../../src/catalog/service/index.js'
import { openStore } from '../../src/catalog/store/index.js'
import { bundleOf, coordinatesOf, fillStore, searchesOf } from './catalog/filled-store.js'
import { pageVisits } from './catalog/page-visits.js'

const folder = mkdtempSync(join(tmpdir(), 'tenantkit-bench-'))
const [place = join(folder, 'catalog.db'), contracts = 2_000, versions = 50] = [
  process.argv[2],
  ...process.argv.slice(3).map(Number),
]
const organisation = 'bench'
const { privateKey } = generateKeyPairSync('ed25519')
const store = await openStore({ place, signer: { key: privateKey, every: 100 } })
const started = performance.now()
const isFilled = (await store.organisations()).includes(organisation)
if (!isFilled) await fillStore(store, organisation, { contracts, versions })
console.log(`${store.kind}, ${contracts * versions} versions of ${contracts} contracts`)
if (!isFilled) console.log(`filled in ${((performance.now() - started) / 1000).toFixed(0)} s`)

const judge = timedJudge(createJudgePool({ script: 'none' }))
const context: ServiceContext = {
  store,
  judge,
  tickets: createTickets({ keys: ephemeralKeys() }),
  publicKey: createPublicKey(privateKey),
  now: () => new Date(),
  random: randomBytes,
  onDefect: (defect) => console.error(defect),
}
const onError = (error: unknown) => console.error(error)
const around = { ...context, signingKey: privateKey, log: () => undefined, onAttempt: () => undefined, onError }
const server = catalogServer({
  context,
  webhooks: createWebhooks(around).context,
  idTokens: createIdTokens({ issuers: [], audience: () => '', now: context.now }),
  mayTellRefusal: () => false,
  isStopping: () => false,
  onError,
})
const listening = await listen(server, {})
const token = createToken(
  organisation,
  { name: 'bench', permissions: ['admin'], namespaces: ['*'], days: 1 },
  new Date(),
  randomBytes,
)
await store
  .of(organisation)
  .change({ actor: 'bench', at: new Date().toISOString() }, (writes) => writes.addToken(token.record))
const client = createCatalogClient({ baseUrl: listening.url, auth: token.text, tenant: organisation })

const visits = await pageVisits(context, token.text, { contracts, versions })
let largestPage = 0
const searches = searchesOf(contracts)
const samples: Record<string, number[]> = {}
let next = versions + Math.trunc(Date.now() / 1000)
for (let round = 0; round < 3; round++) {
  for (const [step, q] of searches.entries()) {
    const { namespace, name } = coordinatesOf((step * 104_729) % contracts, 0)
    await timed('search', () => client.search({ query: { q } }))
    await timed('search in a class', () => client.search({ query: { q, class: 'confidential' } }))
    await timed('list of contracts', () => client.listContracts({ query: { limit: 50 } }))
    await timed('contract with its versions', () => client.getContract({ path: { namespace, name } }))
    if (step % 3 === 1) await timedPages(step)
    if (step % 3 === 0) await timedPublication((step * 15_485_863) % contracts, next++)
  }
}

console.log(`node ${process.version}, load ${loadavg()[0]!.toFixed(1)}\n`)
console.log('| | calls | median ms | 95 % ms | worst ms |\n|---|---|---|---|---|')
for (const [name, times] of Object.entries(samples)) {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.trunc(part * sorted.length))]!.toFixed(1)
  console.log(`| ${name} | ${times.length} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`)
}
console.log(`\nlargest page: ${(largestPage / 1000).toFixed(0)} KB`)
console.log(`\nmemory of server and client together: ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`)
await listening.close()
await judge.close()
await store.close()
rmSync(folder, { recursive: true, force: true })

async function timed(name: string, call: () => Promise<{ readonly status: number }>): Promise<void> {
  const from = performance.now()
  const { status } = await call()
  if (status >= 300) throw new TypeError(`${name}: ${status}`)
  ;(samples[name] ??= []).push(performance.now() - from)
}

async function timedPages(step: number): Promise<void> {
  for (const [name, path] of Object.entries(visits.paths(step))) {
    const { milliseconds, bytes } = await visits.visit(path)
    largestPage = Math.max(largestPage, bytes)
    ;(samples[name] ??= []).push(milliseconds)
  }
}

async function timedPublication(index: number, version: number): Promise<void> {
  const { documents } = bundleOf(index, version)
  const before = judge.milliseconds()
  const from = performance.now()
  const { status } = await client.publishVersion({
    path: coordinatesOf(index, version),
    body: { documents: [...documents] },
  })
  if (status !== 201) throw new TypeError(`publication: ${status}`)
  const inGate = judge.milliseconds() - before
  ;(samples['publication beside its gate'] ??= []).push(performance.now() - from - inGate)
  ;(samples['gate'] ??= []).push(inGate)
}

function timedJudge(pool: JudgePool): JudgePool & { milliseconds(): number } {
  let total = 0
  return {
    ...pool,
    milliseconds: () => total,
    async run(...job) {
      const from = performance.now()
      try {
        return await pool.run(...job)
      } finally {
        total += performance.now() - from
      }
    },
  }
}
