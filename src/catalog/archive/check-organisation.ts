import { verifyChain } from '@tenantkit/runtime/audit'
import { digestOf } from '../bundle/index.js'
import { formatCoordinates } from '../model/index.js'
import { type OrganisationReads, RestoreRefusedError } from '../store/index.js'

/**
 * Looks whether all that an organisation has is what it was: each version has the documents that its digest tells of, and
 * the links of the audit hang on one another.
 *
 * @throws RestoreRefusedError when it is not.
 */
export async function checkOrganisation(reads: OrganisationReads): Promise<void> {
  for await (const contract of contractsOf(reads)) {
    for (const { version, digest } of await reads.versions(contract)) {
      const coordinates = { namespace: contract.namespace, name: contract.name, version }
      const bundle = await reads.bundle(coordinates)
      if (!bundle || digestOf(bundle) !== digest)
        throw new RestoreRefusedError(`the documents of ${formatCoordinates(coordinates)} are not what its digest says`)
    }
  }
  const verdict = await verifyChain(linesOf(reads))
  if (verdict.kind === 'broken') throw new RestoreRefusedError(`its audit is broken at line ${verdict.line}`)
}

async function* contractsOf(reads: OrganisationReads) {
  const limit = 500
  let after: { readonly namespace: string; readonly name: string } | undefined
  do {
    const page = await reads.contracts({ limit, after })
    yield* page
    after = page.length < limit ? undefined : page.at(-1)
  } while (after)
}

async function* linesOf(reads: OrganisationReads): AsyncGenerator<string> {
  const limit = 1000
  let after: number | undefined = 0
  while (after !== undefined) {
    const page = await reads.audit({ after, limit })
    for (const { line } of page) yield line
    after = page.length < limit ? undefined : page.at(-1)?.position
  }
}
