/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Site } from '../view/site.js'
import { shown } from '../view/text.js'
import type { FlowLayout, PlacedEdge, PlacedNode } from './lay-out.js'

/** The map as an image that can be read, tabbed through and printed. The table beside it says the same. */
export function MapSvg({ site, layout }: { readonly site: Site; readonly layout: FlowLayout }) {
  const { width, height, nodes, edges } = layout
  return (
    <svg
      class="map"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-labelledby="map-title map-text"
      data-map=""
    >
      <title id="map-title">Data flow map</title>
      <desc id="map-text">Arrows lead from who has data to who gets it. The table below lists them.</desc>
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      <g class="edges">
        {edges.map((edge) => (
          <Edge edge={edge} />
        ))}
      </g>
      <g class="nodes">
        {nodes.map((node) => (
          <Node site={site} node={node} />
        ))}
      </g>
    </svg>
  )
}

function Edge({ edge: { from, to, kind, sensitivity, why, points } }: { readonly edge: PlacedEdge }) {
  const [first, ...rest] = points
  if (!first) return undefined
  const path = `M${first.x} ${first.y}L${rest.map(({ x, y }) => `${x} ${y}`).join(' ')}`
  const title = `${labelIn(from)} to ${labelIn(to)}: ${sensitivity ?? 'unclassified'}, ${why}`
  return (
    <g class={`edge ${kind} ${sensitivity ?? 'none'}`}>
      <title>{shown(title, 300)}</title>
      <path d={path} marker-end="url(#arrow)" />
    </g>
  )
}

function labelIn(id: string): string {
  return id.slice(id.indexOf(' ') + 1)
}

const kinds: { readonly [Kind in PlacedNode['kind']]: string } = {
  contract: 'contract',
  consumer: 'consumer',
  tenants: 'tenants',
  elsewhere: 'not in this catalog',
}

function Node({ site, node }: { readonly site: Site; readonly node: PlacedNode }) {
  const { kind, label, short, x, y, width, height, contract } = node
  const box = (
    <g class={`node ${kind}`} transform={`translate(${x - width / 2} ${y - height / 2})`}>
      <title>{shown(`${label}, ${kinds[kind]}`, 300)}</title>
      <rect width={width} height={height} rx={kind === 'contract' ? 4 : height / 2} />
      <text x={width / 2} y={18} text-anchor="middle">
        {shown(short, 40)}
      </text>
      <text class="kind" x={width / 2} y={32} text-anchor="middle">
        {kinds[kind]}
      </text>
    </g>
  )
  return contract ? <a href={site.href({ page: 'contract', ...contract })}>{box}</a> : box
}
