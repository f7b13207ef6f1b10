import * as dagre from '@dagrejs/dagre'
import type { FlowEdge, FlowGraph, FlowNode } from './flow-graph.js'

export interface PlacedNode extends FlowNode {
  /** Of its middle; pixels, as are all lengths here. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Its label, cut to what there is room for. */
  readonly short: string
}

export interface PlacedEdge extends FlowEdge {
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

export interface FlowLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

/** What is used of dagre, whose own declarations import each other in a way that ES modules do not resolve. */
interface Dagre {
  readonly Graph: new (options: { readonly multigraph: boolean }) => DagreGraph
  readonly layout: (graph: DagreGraph) => void
}

interface DagreGraph {
  setGraph(settings: Readonly<Record<string, string | number>>): void
  graph(): { readonly width?: number; readonly height?: number }
  setNode(id: string, size: { readonly width: number; readonly height: number }): void
  node(id: string): Pick<PlacedNode, 'x' | 'y' | 'width' | 'height'>
  setEdge(from: string, to: string, label: object, name: string): void
  edge(from: string, to: string, name: string): { readonly points?: PlacedEdge['points'] }
}

const { Graph, layout } = dagre as unknown as Dagre

const longestLabel = 28
const nodeHeight = 40
const margin = 12

/** Places everything so that data goes from left to right. The same graph is laid out in the same way, always. */
export function layOut({ nodes, edges }: FlowGraph): FlowLayout {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 90, marginx: margin, marginy: margin })
  for (const { id, label } of nodes) graph.setNode(id, { width: widthOf(label), height: nodeHeight })
  edges.forEach(({ from, to }, index) => graph.setEdge(from, to, {}, String(index)))
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width: Math.ceil(Math.max(width, 2 * margin)),
    height: Math.ceil(Math.max(height, 2 * margin)),
    nodes: nodes.map((node) => {
      const { x, y, width: wide, height: high } = graph.node(node.id)
      return { ...node, x: rounded(x), y: rounded(y), width: wide, height: high, short: short(node.label) }
    }),
    edges: edges.map((edge, index) => {
      const { points = [] } = graph.edge(edge.from, edge.to, String(index))
      return { ...edge, points: points.map(({ x, y }) => ({ x: rounded(x), y: rounded(y) })) }
    }),
  }
}

function widthOf(label: string): number {
  return Math.ceil(short(label).length * 7.6) + 28
}

/** The end of a name says more than its beginning. */
function short(label: string): string {
  const characters = Array.from(label)
  return characters.length > longestLabel ? `…${characters.slice(1 - longestLabel).join('')}` : label
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10
}
