/**
 * Publishes every contract of a collection to a catalog of its own, versions in their order, and opens the page of each
 * contract and version, and some of their operations, schemas and lines. Prints what came of them; ends with 1 when a page
 * did not.
 *
 *   npx tsx test/tools/publish-corpus.ts FOLDER
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleContract } from '../../src/catalog/bundle/index.js'
import { createCatalogClient } from '../../src/catalog/http/generated/client.js'
import type { Place } from '../../src/catalog/web/address/place.js'
import { serverAddress } from '../../src/catalog/web/address/server-address.js'
import type { Coordinates } from '../../src/util/coordinates.js'
import { catalogProcess } from '../catalog/process.js'
import { type CorpusFile, loadFile, readManifest } from './corpus-files.js'

const [collection] = process.argv.slice(2)
if (collection === undefined) {
  console.error('usage: tsx test/tools/publish-corpus.ts FOLDER')
  process.exit(2)
}
/** Pages of each kind that are opened from one page. */
const mostFollowed = 8

const rows = readManifest(collection)
const folder = mkdtempSync(join(tmpdir(), 'tenantkit-corpus-'))
const catalog = await catalogProcess(folder, ['--init', '--public-read', '--rate', '1000000'])
const client = createCatalogClient({ baseUrl: catalog.url, auth: catalog.printed().trim(), tenant: 'main' })
const outcomes = new Map<string, number>()
const kept: Coordinates[] = []
try {
  for (const row of [...rows].reverse()) {
    const outcome = await publish(row, collection)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    console.log(`${outcome}  ${row.file}`)
  }
  console.log(`${rows.length} contracts: ${[...outcomes].map(([name, count]) => `${count} ${name}`).join(', ')}`)
  await browse()
} finally {
  await catalog.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** What came of a contract: the catalog's outcome, or why it was not asked or did not answer. */
async function publish(row: CorpusFile, from: string): Promise<string> {
  const loaded = await loadFile(from, row, folder)
  if (!loaded.contract) return `unread ${loaded.diagnostics.find(({ severity }) => severity === 'error')?.code}`
  const { bundle, diagnostics } = bundleContract(loaded)
  if (!bundle) return `unbundled ${diagnostics[0]?.code}`
  const path = { namespace: 'corpus', name: nameOf(row), version: loaded.contract.version }
  try {
    const answer = await client.publishVersion({ path, body: bundle })
    if (answer.status !== 200 && answer.status !== 201 && answer.status !== 202 && answer.status !== 422)
      return String(answer.status)
    if (answer.status === 422) {
      const check = answer.body.report.checks.find(({ outcome }) => outcome === 'refused')
      return `refused ${check?.name}`
    }
    kept.push(path)
    return answer.body.outcome
  } catch (error) {
    return `failed ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`
  }
}

/** The same for versions of one contract. */
function nameOf({ file, pair }: CorpusFile): string {
  const own = file.replace(/(\.json|\.ya?ml)(\.gz)?$/, '').replace(/^(openapi|asyncapi)\//, '')
  // A collection of examples shares a mark, too.
  const isOne = pair !== '' && pair !== '-' && rows.filter((row) => row.pair === pair).length <= 3
  const name = isOne ? pair : own
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(-60)
    .replace(/^-+/, '')
}

interface Opened {
  readonly ms: number
  readonly bytes: number
  readonly path: string
  readonly status: number
}

/** Each page as somebody gets it who has signed in; sizes are those of the text. */
async function browse(): Promise<void> {
  const places: readonly Place[] = [
    ...kept.map(({ namespace, name }) => ({ page: 'contract' as const, namespace, name })),
    ...kept.flatMap((version) =>
      (['operations', 'fields'] as const).map((list) => ({ page: 'version' as const, ...version, list })),
    ),
  ]
  const addresses = new Set(['/', '/map', '/compliance', '/tenants', '/deployments', ...places.map(serverAddress)])
  const taken: Opened[] = []
  const cookie = await signIn()
  // What is found in a page is opened, too: the set grows while it is gone through.
  for (const path of addresses) {
    const start = performance.now()
    const answer = await fetch(`${catalog.url}${path}`, { headers: { cookie } })
    const text = await answer.text()
    taken.push({ ms: performance.now() - start, bytes: Buffer.byteLength(text), path, status: answer.status })
    for (const followed of linksIn(text, path)) addresses.add(followed)
  }
  for (const kind of ['operation', 'schema', 'source'])
    tell(
      `${kind} pages`,
      taken.filter(({ path }) => kindOf(path) === kind),
    )
  tell('pages', taken)
  const bad = taken.filter(({ status }) => status !== 200)
  for (const { status, path } of bad) console.log(`${status}  ${path}`)
  if (bad.length > 0) process.exitCode = 1
}

/** From a version to its operations, from those to schemas and lines; from there nowhere. */
function linksIn(html: string, path: string): readonly string[] {
  const wanted = kindOf(path) === 'operation' ? ['schema', 'source'] : ['operation']
  if (!/^\/contracts\/[^/]+\/[^/]+\/[^/]+/.test(path) || kindOf(path) === 'schema') return []
  const links = [...html.matchAll(/ href="([^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
  return wanted.flatMap((kind) => links.filter((link) => kindOf(link) === kind).slice(0, mostFollowed))
}

function kindOf(path: string): string | undefined {
  return /^\/contracts\/[^/]+\/[^/]+\/[^/]+\/(\w+)/.exec(path)?.[1]
}

function tell(name: string, taken: readonly Opened[]): void {
  const slowest = [...taken].sort((a, b) => b.ms - a.ms)
  const largest = [...taken].sort((a, b) => b.bytes - a.bytes)
  const at = (share: number) => slowest[Math.trunc((slowest.length - 1) * (1 - share))]?.ms.toFixed(1)
  const bad = taken.filter(({ status }) => status !== 200).length
  console.log(`${taken.length} ${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${bad} without their page`)
  for (const { ms, path } of slowest.slice(0, 3)) console.log(`slow   ${ms.toFixed(0)} ms  ${path}`)
  for (const { bytes, path } of largest.slice(0, 3)) console.log(`large  ${(bytes / 1000).toFixed(0)} kB  ${path}`)
}

/** The cookie of a session, as a browser gets it. */
async function signIn(): Promise<string> {
  const page = await fetch(`${catalog.url}/sign-in`)
  const proof = /name="proof" value="([^"]*)"/.exec(await page.text())?.[1] ?? ''
  const cookies = (answer: Response) => answer.headers.getSetCookie().map((line) => line.replace(/;.*$/, ''))
  const answer = await fetch(`${catalog.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies(page).join('; '), 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ proof, token: catalog.printed().trim() }),
  })
  return cookies(answer).join('; ')
}
