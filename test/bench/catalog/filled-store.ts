import { digestOf, openBundle } from '../../../src/catalog/bundle/index.js'
import { describeContract } from '../../../src/catalog/index-entries/index.js'
import { type Bundle, type CatalogEntry, defaultRules, type GateReport } from '../../../src/catalog/model/index.js'
import type { CatalogStore } from '../../../src/catalog/store/index.js'

export interface Filling {
  readonly contracts: number
  /** Of each contract. */
  readonly versions: number
}

const teams = 40
const change = { actor: 'token:bench', at: '2026-11-27T10:00:00.000Z' }
const report: GateReport = { verdict: 'passed', checks: [], comparisons: [] }

/** Fills an organisation with contracts as large as those of a small service: ten operations and forty fields each. */
export async function fillStore(store: CatalogStore, organisation: string, filling: Filling): Promise<void> {
  const { contract } = await openBundle(coordinatesOf(0, 0), bundleOf(0, 0))
  if (!contract) throw new TypeError('the contract of the benchmark cannot be read')
  const { protocol, facts, entries, flows, shelves } = describeContract(contract)
  await store.createOrganisation(organisation, change)
  await store.of(organisation).change(change, async (writes) => {
    for (let team = 0; team < teams; team++) await writes.setNamespace({ name: `team-${team}`, rules: defaultRules })
  })
  for (let index = 0; index < filling.contracts; index++) {
    await store.of(organisation).change(change, async (writes) => {
      for (let version = 0; version < filling.versions; version++) {
        const coordinates = coordinatesOf(index, version)
        const bundle = bundleOf(index, version)
        const added = {
          ...coordinates,
          protocol,
          title: titleOf(index),
          owner: `team-${index % teams}`,
          bundle,
          facts,
          report,
          shelves,
        }
        await writes.addVersion({ ...added, digest: digestOf(bundle), state: 'published' })
        await writes.tell({ action: 'version-published', subject: coordinates.name })
      }
      const last = coordinatesOf(index, filling.versions - 1)
      await writes.indexVersion(
        last,
        entries.map((entry) => renamed(entry, index)),
        flows,
      )
    })
  }
}

export function coordinatesOf(index: number, version: number) {
  return { namespace: `team-${index % teams}`, name: nameOf(index), version: `1.${version}.0` }
}

/** Words to search for: of one contract, of some, of many. */
export function searchesOf(contracts: number): readonly string[] {
  const any = (step: number) => (step * 7919) % contracts
  return Array.from({ length: 30 }, (_, step) => any(step)).flatMap((index) => [
    nameOf(index).replace('-', ' '),
    `${nouns[index % nouns.length]} email`,
    `${nouns[index % nouns.length]?.slice(0, 3)}`,
  ])
}

export function bundleOf(index: number, version: number): Bundle {
  return { documents: [{ path: 'openapi.yaml', text: contractText(index, version) }], overlays: [] }
}

function nameOf(index: number): string {
  return `${nouns[index % nouns.length]}-${nouns[(index * 7 + 3) % nouns.length]}-${index}`
}

function titleOf(index: number): string {
  return nameOf(index).replaceAll('-', ' ')
}

/** What is found in the first contract, in the words of another. */
function renamed(entry: CatalogEntry, index: number): CatalogEntry {
  const to = titleOf(index)
  const from = titleOf(0)
  return { ...entry, label: entry.label.replaceAll(from, to), text: `${entry.text.replaceAll(from, to)} ${to}` }
}

const nouns = [
  ...['order', 'invoice', 'payment', 'refund', 'customer', 'address', 'basket', 'voucher', 'parcel', 'carrier'],
  ...['stock', 'shelf', 'supplier', 'tariff', 'contract', 'policy', 'claim', 'meter', 'reading', 'bill'],
  ...['device', 'sensor', 'alarm', 'ticket', 'agent', 'queue', 'survey', 'campaign', 'segment', 'audience'],
  ...['ledger', 'account', 'transfer', 'mandate', 'statement', 'limit', 'card', 'terminal', 'merchant', 'payout'],
]

function contractText(index: number, version: number): string {
  const title = titleOf(index)
  const resources = ['a', 'b', 'c', 'd', 'e']
  const paths = resources.map(
    (each) => `  /${each}:
    get:
      operationId: list-${each}
      summary: Lists ${title} ${each}
      responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/${each}' } } } } } }
  /${each}/{id}:
    get:
      operationId: get-${each}
      summary: Shows one of ${title} ${each}
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/${each}' } } } } }`,
  )
  const fields = ['id', 'name', 'email', 'phone', 'city', 'amount', 'currency', 'note']
  const schemas = resources.map(
    (each) => `    ${each}:
      type: object
      required: [id]
      properties:
${fields.map((field) => `        ${field}: { type: string, description: ${field} of ${title}, x-data-classification: confidential }`).join('\n')}`,
  )
  return `openapi: 3.1.0
info: { title: ${title}, version: 1.${version}.0, description: Version ${version} of ${title} }
x-tenant-scope: tenant
paths:
${paths.join('\n')}
components:
  schemas:
${schemas.join('\n')}
`
}
