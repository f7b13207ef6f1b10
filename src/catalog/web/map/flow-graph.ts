import { sensitivities } from '../../../contract/model/index.js'
import type { ContractUse, Coordinates } from '../../model/index.js'
import type { FlowRecord } from '../../store/index.js'

export type NodeKind = 'contract' | 'consumer' | 'tenants' | 'elsewhere'

/** Who has data: a contract of the catalog or one that it only speaks of, a consumer, or tenants beyond a boundary. */
export interface FlowNode {
  readonly id: string
  readonly kind: NodeKind
  readonly label: string
  /** Of contracts that the catalog has. */
  readonly contract?: { readonly namespace: string; readonly name: string }
}

/** Data on its way, from who has it to who gets it. */
export interface FlowEdge {
  readonly from: string
  readonly to: string
  readonly kind: 'uses' | 'reads' | 'emits' | 'pathway'
  /** The highest of what goes there, as far as anybody has said. */
  readonly sensitivity?: string
  readonly categories: readonly string[]
  /** Why, or by what. */
  readonly why: string
}

export interface FlowGraph {
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
}

export interface Consumer {
  readonly consumer: Coordinates
  readonly uses: readonly ContractUse[]
}

export interface FlowFilter {
  /** Only data of at least this sensitivity; what nobody has classified is not among it. Default: all. */
  readonly atLeast?: string | undefined
}

/** All ways of data among these contracts, their consumers, and tenants. Nodes are those that a way begins or ends at, and the contracts. */
export function flowGraph(
  records: readonly FlowRecord[],
  consumers: readonly Consumer[],
  { atLeast }: FlowFilter = {},
): FlowGraph {
  const nodes = new Map<string, FlowNode>()
  const edges: FlowEdge[] = []
  const known = new Map(records.map((record) => [nameOf(record), record]))
  for (const { namespace, name } of records) node('contract', `${namespace}/${name}`, { contract: { namespace, name } })
  const level = levelOf(atLeast)
  for (const record of records) {
    for (const edge of edgesOf(record)) if (levelOf(edge.sensitivity) >= level) edges.push(edge)
  }
  for (const { consumer, uses } of consumers) {
    for (const use of uses) {
      const record = known.get(nameOf(use))
      const edge = record && useOf(consumer, use, record)
      if (edge && levelOf(edge.sensitivity) >= level) edges.push(edge)
    }
  }
  for (const { from, to } of edges) for (const id of [from, to]) if (!nodes.has(id)) node(...kindOf(id))
  return { nodes: [...nodes.values()], edges }

  function node(kind: NodeKind, label: string, more: Pick<FlowNode, 'contract'> = {}): void {
    const id = idOf(kind, label)
    nodes.set(id, { id, kind, label, ...more })
  }

  function edgesOf({ namespace, name, flows }: FlowRecord): readonly FlowEdge[] {
    const self = `${namespace}/${name}`
    const linked = flows.links.map(({ kind, ...other }): FlowEdge => {
      const there = `${other.namespace}/${other.name}`
      const [from, to] = kind === 'emits' ? [self, there] : [there, self]
      const out = (kind === 'emits' ? flows : known.get(there)?.flows)?.ofTenants.out ?? { categories: [] }
      return {
        from: contractId(from),
        to: contractId(to),
        kind,
        ...out,
        why: kind === 'emits' ? 'sends it on' : 'reads it',
      }
    })
    const across = flows.pathways.map(
      ({ id, to, purpose, sensitivity, categories }): FlowEdge => ({
        from: contractId(self),
        to: idOf('tenants', to),
        kind: 'pathway',
        ...(sensitivity !== undefined && { sensitivity }),
        categories,
        why: `${id}: ${purpose}`,
      }),
    )
    return [...linked, ...across]
  }

  function contractId(name: string): string {
    return idOf(known.has(name) ? 'contract' : 'elsewhere', name)
  }
}

function useOf(consumer: Coordinates, { operations }: ContractUse, record: FlowRecord): FlowEdge {
  const given = operations.flatMap(({ operation }) =>
    Object.hasOwn(record.flows.out, operation) ? [record.flows.out[operation] ?? ''] : [],
  )
  const [highest] = given.toSorted((one, other) => levelOf(other) - levelOf(one))
  return {
    from: idOf('contract', nameOf(record)),
    to: idOf('consumer', nameOf(consumer)),
    kind: 'uses',
    ...(highest !== undefined && { sensitivity: highest }),
    categories: [],
    why: operations.map(({ operation }) => operation).join(', '),
  }
}

function nameOf({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${namespace}/${name}`
}

/** A consumer may be called as a contract is. */
function idOf(kind: NodeKind, label: string): string {
  return `${kind} ${label}`
}

function kindOf(id: string): [NodeKind, string] {
  const blank = id.indexOf(' ')
  return [id.slice(0, blank) as NodeKind, id.slice(blank + 1)]
}

const rising: readonly string[] = sensitivities

/** What nobody has classified is below all. */
function levelOf(sensitivity: string | undefined): number {
  return sensitivity === undefined ? -1 : rising.indexOf(sensitivity)
}
