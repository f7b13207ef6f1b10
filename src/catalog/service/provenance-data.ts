import type { Provenance } from '../store/index.js'
import type { Caller } from './context.js'

/** What is told of where the bytes of a version came from. */
export function provenanceData({ commit, repository, workflow }: Provenance = {}): Readonly<Record<string, string>> {
  return {
    ...(commit !== undefined && { commit }),
    ...(repository !== undefined && { repository }),
    ...(workflow !== undefined && { workflow }),
  }
}

/** Where a job has proved where it comes from, nothing of what it says beside that counts. */
export function provenanceOf({ origin }: Caller, said: Provenance | undefined): Provenance | undefined {
  if (!origin) return said
  const { commit, repository, workflow, ...verified } = origin.provenance
  return { commit, repository, workflow, verified: { trust: origin.trust, ...verified } }
}

/** Who has signed it, for the audit. */
export function verifiedData({ verified }: Provenance = {}): Readonly<Record<string, string>> {
  if (!verified) return {}
  const { issuer, subject, run } = verified
  return { issuer, verifiedSubject: subject, ...(run !== undefined && { run }) }
}
