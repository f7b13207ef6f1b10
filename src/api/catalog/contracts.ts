import { ask } from '../../catalog/client/index.js'
import type { Contract } from '../../catalog/http/generated/types/contract.js'
import type { ContractDetail } from '../../catalog/http/generated/types/contract-detail.js'
import type { SearchHit } from '../../catalog/http/generated/types/search-hit.js'
import type { VerifiedProvenance } from '../../catalog/http/generated/types/verified-provenance.js'
import type { VersionDetail } from '../../catalog/http/generated/types/version-detail.js'
import type { Coordinates } from '../../util/coordinates.js'
import { type Failed, failedWith, type Session } from './session.js'

export type { Contract, ContractDetail, SearchHit, VerifiedProvenance, VersionDetail }

/** All contracts, by their names. */
export async function listContracts(
  { client, url }: Session,
  { namespace }: { readonly namespace?: string | undefined },
): Promise<{ readonly items: readonly Contract[] } | Failed> {
  const items: Contract[] = []
  let cursor: string | undefined
  do {
    const query = { limit: 200, ...(namespace !== undefined && { namespace }), ...(cursor !== undefined && { cursor }) }
    const page = await ask('list contracts', url, () => client.listContracts({ query }))
    if ('problem' in page) return failedWith(page.problem)
    items.push(...page.value.items)
    const { nextCursor } = page.value
    // A catalog that goes in a circle must not keep us for ever.
    if (nextCursor === cursor) break
    cursor = nextCursor
  } while (cursor !== undefined)
  return { items }
}

export async function showContract(
  { client, url }: Session,
  path: { readonly namespace: string; readonly name: string },
): Promise<ContractDetail | Failed> {
  const answered = await ask(`show \`${path.namespace}/${path.name}\``, url, () => client.getContract({ path }))
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

export async function showVersion({ client, url }: Session, path: Coordinates): Promise<VersionDetail | Failed> {
  const { namespace, name, version } = path
  const answered = await ask(`show \`${namespace}/${name}@${version}\``, url, () =>
    client.getVersion({ path: { namespace, name, version } }),
  )
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

export interface SearchOptions {
  readonly words: readonly string[]
  readonly kind?: string | undefined
  readonly class?: string | undefined
  readonly limit?: number | undefined
}

export async function search(
  { client, url }: Session,
  { words, kind, class: sensitivity, limit }: SearchOptions,
): Promise<{ readonly items: readonly SearchHit[] } | Failed> {
  const q = words.join(' ')
  const query = {
    ...(q !== '' && { q }),
    ...(kind !== undefined && { kind: kind as SearchHit['kind'] }),
    ...(sensitivity !== undefined && { class: sensitivity }),
    ...(limit !== undefined && { limit }),
  }
  const answered = await ask('search', url, () => client.search({ query }))
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}
