/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { VersionDetail } from '../../service/index.js'
import { shown, webAddress } from './text.js'

interface ProvenanceProps {
  readonly provenance: VersionDetail['version']['provenance']
  readonly digest: string
}

/** Where the bytes of a version came from: as the publisher said, or as the issuer of its ID token has signed. */
export function Provenance({ provenance, digest }: ProvenanceProps) {
  const verified = provenance?.verified
  const rows = [
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
  ] as const
  return (
    <dl class="provenance">
      {rows.map(
        ([label, text]) =>
          text !== undefined && (
            <div>
              <dt>{label}</dt>
              <dd>
                <Told text={text} link={label === 'Repository' ? webAddress(text) : undefined} />
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Told({ text, link }: { readonly text: string; readonly link: string | undefined }) {
  if (link === undefined) return <code>{shown(text, 300)}</code>
  return (
    <a href={link} rel="noreferrer noopener">
      {shown(text, 300)}
    </a>
  )
}
