/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { sensitivities } from '../../../contract/model/index.js'
import type { FlowGraph } from '../map/flow-graph.js'
import type { FlowLayout } from '../map/lay-out.js'
import { MapSvg } from '../map/map-svg.js'
import { Page } from '../view/page.js'
import { ClassBadge, Table } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { shown } from '../view/text.js'

const waysShown = 200

export interface MapView {
  readonly namespace?: string | undefined
  readonly atLeast?: string | undefined
  readonly graph: FlowGraph
  readonly layout: FlowLayout
  /** Whether there are more contracts than a map has room for. */
  readonly isPart: boolean
}

const kinds = { uses: 'is used by', reads: 'is read by', emits: 'sends to', pathway: 'crosses to' } as const

/** Where data goes, over all contracts. */
export function MapPage({ site, view }: { readonly site: Site; readonly view: MapView }) {
  const { namespace, atLeast, graph, layout, isPart } = view
  const labels = new Map(graph.nodes.map(({ id, label }) => [id, label]))
  return (
    <Page site={site} title="Data flow map" section="map" script>
      <h1>Data flow map</h1>
      <form class="inline" method="get" action={site.href({ page: 'map' })}>
        <label>
          <span>Namespace</span>
          <input name="namespace" value={namespace ?? ''} maxlength={100} autocomplete="off" />
        </label>
        <label>
          <span>Data that is at least</span>
          <select name="atLeast">
            <option value="">of any class</option>
            {sensitivities.map((name) => (
              <option selected={name === atLeast}>{name}</option>
            ))}
          </select>
        </label>
        <button>Show</button>
      </form>
      {isPart && (
        <p class="alert" role="status">
          There are more contracts than fit on a map: choose a namespace.
        </p>
      )}
      {graph.nodes.length === 0 ? (
        <p class="empty">No contract has been published yet.</p>
      ) : (
        <section class="map-frame" tabindex={0} aria-label="Map">
          <MapSvg site={site} layout={layout} />
        </section>
      )}
      <ul class="legend" aria-label="Lines">
        {['restricted', 'confidential', 'internal', 'public', 'none'].map((name) => (
          <li>
            <svg class={`edge ${name}`} width="36" height="8" aria-hidden="true">
              <path d="M0 4H36" />
            </svg>{' '}
            {name === 'none' ? 'unclassified' : name}
          </li>
        ))}
      </ul>
      <h2>The ways of data</h2>
      {graph.edges.length === 0 ? (
        <p class="soft">None is known.</p>
      ) : (
        <Table label="Ways of data" head={['From', 'How', 'To', 'Highest class', 'Categories', 'By']}>
          {graph.edges.slice(0, waysShown).map(({ from, to, kind, sensitivity, categories, why }) => (
            <tr>
              <th scope="row">{shown(labels.get(from) ?? '', 200)}</th>
              <td>{kinds[kind]}</td>
              <td>{shown(labels.get(to) ?? '', 200)}</td>
              <td>
                <ClassBadge sensitivity={sensitivity} />
              </td>
              <td>{categories.join(', ')}</td>
              <td class="soft">{shown(why, 200)}</td>
            </tr>
          ))}
        </Table>
      )}
      {graph.edges.length > waysShown && <p class="soft">and {graph.edges.length - waysShown} more</p>}
    </Page>
  )
}
