/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { type ProvenanceRow, provenanceRows } from './provenance-rows.js'
import { shown } from './text.js'

interface ProvenanceProps {
  readonly provenance: Parameters<typeof provenanceRows>[0]
  readonly digest: string
}

/** Where the bytes of a version came from. */
export function Provenance({ provenance, digest }: ProvenanceProps) {
  return (
    <dl class="provenance">
      {provenanceRows(provenance, digest).map((row) => (
        <div>
          <dt>{row.label}</dt>
          <dd>
            <Told row={row} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Told({ row: { text, link } }: { readonly row: ProvenanceRow }) {
  if (link === undefined) return <code>{shown(text, 300)}</code>
  return (
    <a href={link} rel="noreferrer noopener">
      {shown(text, 300)}
    </a>
  )
}
