import type { Provenance } from '../store/index.js'

/** What is told of where the bytes of a version came from. */
export function provenanceData({ commit, repository, workflow }: Provenance = {}): Readonly<Record<string, string>> {
  return {
    ...(commit !== undefined && { commit }),
    ...(repository !== undefined && { repository }),
    ...(workflow !== undefined && { workflow }),
  }
}
