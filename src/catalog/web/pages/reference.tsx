/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { VersionRecords } from '../../service/index.js'
import { ContractTrail } from '../view/contract-trail.js'
import { Page } from '../view/page.js'
import { Table } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { shown } from '../view/text.js'
import { VersionTabs } from './version-tabs.js'

export interface ReferenceView extends VersionRecords {
  /** The documents as they were published, the contract's own first, overlays last. */
  readonly documents: readonly { readonly path: string; readonly bytes: number }[]
  /** The file of the frame that shows the whole contract; absent: this build has none. */
  readonly frame?: string | undefined
}

const documentsShown = 100

/** The whole contract: to be downloaded, and where scripts run to be read. */
export function ReferencePage({ site, view }: { readonly site: Site; readonly view: ReferenceView }) {
  const { contract, version: record, documents, frame } = view
  const { namespace, name } = contract
  const { version } = record
  const coordinates = { namespace, name, version }
  const size = documents.reduce((sum, { bytes }) => sum + bytes, 0)
  return (
    <Page
      site={site}
      title={`Reference · ${namespace}/${name} ${version}`}
      section="contracts"
      script={frame !== undefined}
    >
      <ContractTrail site={site} namespace={namespace} name={name} />
      <h1>
        {name} <span class="version">{version}</span>
      </h1>
      <p class="lead">{shown(record.title)}</p>
      <VersionTabs site={site} coordinates={coordinates} current="reference" />
      <Table
        label="Documents"
        numbers={['Bytes']}
        head={site.index === undefined ? ['As it was published', 'Bytes', 'Lines'] : ['As it was published', 'Bytes']}
      >
        {documents.slice(0, documentsShown).map(({ path, bytes }, index) => {
          const file = index === 0 ? undefined : path
          return (
            <tr>
              <th scope="row">
                <a href={site.href({ page: 'document', ...coordinates, file })}>{shown(path, 200)}</a>
              </th>
              <td class="number">{bytes.toLocaleString('en-US')}</td>
              {site.index === undefined && (
                <td>
                  <a
                    href={site.href({ page: 'source', ...coordinates, file })}
                    aria-label={`Lines of ${shown(path, 200)}`}
                  >
                    Lines
                  </a>
                </td>
              )}
            </tr>
          )
        })}
      </Table>
      {frame !== undefined && (
        <div
          class="reference"
          data-reference={site.href({ page: 'united', ...coordinates })}
          data-frame={site.href({ page: 'asset', name: frame })}
          data-size={size}
          hidden
        >
          <p role="status"></p>
          <button type="button">Show all of it</button>
        </div>
      )}
    </Page>
  )
}
