import type { Provenance } from '../../store/index.js'
import { webAddress } from './text.js'

export interface ProvenanceRow {
  readonly label: string
  readonly text: string
  /** Where it leads, if anywhere. */
  readonly link?: string
}

/** Where the bytes of a version came from: as the publisher said, or as the issuer of its ID token has signed. */
export function provenanceRows(provenance: Provenance | undefined, digest: string): readonly ProvenanceRow[] {
  const { verified } = provenance ?? {}
  const link = webAddress(provenance?.repository)
  const rows: readonly (readonly [label: string, text: string | undefined])[] = [
    ['Repository', provenance?.repository],
    ['Repository number', verified?.repositoryId],
    ['Commit', provenance?.commit],
    ['Workflow', provenance?.workflow],
    ['Ref', verified?.ref],
    ['Environment', verified?.environment],
    ['Run', verified?.run],
    ['Runner', verified?.runner],
    ['Signed by', verified?.issuer],
    ['Trusted by', verified?.trust],
    ['Digest', digest],
  ]
  return rows.flatMap(([label, text]) =>
    text === undefined ? [] : [{ label, text, ...(label === 'Repository' && link !== undefined && { link }) }],
  )
}
