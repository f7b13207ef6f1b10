import { createPublicKey } from 'node:crypto'
import { verifyChain } from '@tenantkit/runtime/audit'
import { expect } from 'vitest'
import { digestOf } from '../../../src/catalog/bundle/index.js'
import type { CatalogClient } from '../../../src/catalog/http/generated/client.js'
import { type Coordinates, formatCoordinates } from '../../../src/catalog/model/index.js'
import { shop } from './shop.js'

/** What a server has acknowledged: the text by its coordinates. */
export type Acknowledged = Map<string, { readonly at: Coordinates; readonly text: string }>

/** Publishes a version that says who has published it; undefined when the server broke off. */
export async function tryPublish(
  client: CatalogClient,
  at: Coordinates,
  by: string,
  acknowledged: Acknowledged,
): Promise<number | undefined> {
  const text = `${shop({ version: at.version })}# ${by}\n`
  try {
    const { status } = await client.publishVersion({
      path: { ...at },
      body: { documents: [{ path: 'openapi.yaml', text }] },
    })
    if (status === 201) {
      // Nobody hears twice that it was the one who published a version.
      expect(acknowledged.has(formatCoordinates(at))).toBe(false)
      acknowledged.set(formatCoordinates(at), { at, text })
    }
    return status
  } catch {
    return undefined
  }
}

/** Everything acknowledged is there as it was sent, nothing is there by halves, and the audit tells of all that is there. */
export async function expectWhole(client: CatalogClient, acknowledged: Acknowledged): Promise<void> {
  const found = await publishedVersions(client)
  const names = new Set(found.map(formatCoordinates))
  expect([...acknowledged.keys()].filter((each) => !names.has(each))).toEqual([])
  for (const at of found) {
    const answer = await client.getDocuments({ path: { ...at } })
    if (answer.status !== 200) throw new TypeError(`${formatCoordinates(at)}: ${answer.status}`)
    const { digest, documents, overlays } = answer.body
    expect(digestOf({ documents, overlays })).toBe(digest)
    const text = acknowledged.get(formatCoordinates(at))?.text
    if (text !== undefined) expect(documents).toEqual([{ path: 'openapi.yaml', text }])
  }
  const told = await verifiedSubjects(client)
  expect(told.toSorted()).toEqual([...names].toSorted())
}

async function publishedVersions(client: CatalogClient): Promise<readonly Coordinates[]> {
  const found: Coordinates[] = []
  for await (const { namespace, name, versions: count } of client.listContracts.all()) {
    const answer = await client.getContract({ path: { namespace, name } })
    if (answer.status !== 200) throw new TypeError(`${namespace}/${name}: ${answer.status}`)
    const versions = answer.body.versions.map(({ version }) => version)
    expect([versions.length, new Set(versions).size]).toEqual([count, count])
    found.push(...versions.map((version) => ({ namespace, name, version })))
  }
  return found
}

/** The versions that an intact audit says were published. */
async function verifiedSubjects(client: CatalogClient): Promise<readonly string[]> {
  const signed = await client.getCheckpoint()
  if (signed.status !== 200) throw new TypeError(`no checkpoint: ${signed.status}`)
  const kept: { readonly sequence: number; readonly hash: string } = JSON.parse(signed.body.line).checkpoint
  const lines: string[] = []
  let after: number | undefined = 0
  while (after !== undefined) {
    const page = await client.listAudit({ query: { after, limit: 200 } })
    if (page.status !== 200) throw new TypeError(`no audit: ${page.status}`)
    lines.push(...page.body.lines)
    after = page.body.next
  }
  expect(await verifyChain(lines, { kept, keys: [createPublicKey(signed.body.key)] })).toMatchObject({ kind: 'intact' })
  return lines.flatMap((line) => {
    const { event } = JSON.parse(line)
    return event?.action === 'version-published' ? [event.subject] : []
  })
}
