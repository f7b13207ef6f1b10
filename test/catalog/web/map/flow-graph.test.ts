import { describe, expect, it } from 'vitest'
import type { ContractFlows } from '../../../../src/catalog/model/index.js'
import { flowGraph } from '../../../../src/catalog/web/map/flow-graph.js'
import { layOut } from '../../../../src/catalog/web/map/lay-out.js'

const nothing = { categories: [] }
const flows = (more: Partial<ContractFlows> = {}): ContractFlows => ({
  regions: [],
  transfers: [],
  pathways: [],
  links: [],
  ofTenants: { out: nothing, in: nothing },
  out: {},
  ...more,
})
const record = (name: string, more: Partial<ContractFlows> = {}) => ({
  namespace: 'a',
  name,
  version: '1',
  flows: flows(more),
})
const consumer = (name: string, contract: string, ...operations: string[]) => ({
  consumer: { namespace: 'a', name, version: '1' },
  uses: [{ namespace: 'a', name: contract, version: '1', operations: operations.map((operation) => ({ operation })) }],
})

describe('flowGraph', () => {
  it('has every contract, and nobody else without a way to them', () => {
    const graph = flowGraph([record('x'), record('y')], [consumer('z', 'unknown', 'get')])
    expect(graph).toEqual({
      nodes: ['x', 'y'].map((name) => ({
        id: `contract a/${name}`,
        kind: 'contract',
        label: `a/${name}`,
        contract: { namespace: 'a', name },
      })),
      edges: [],
    })
  })

  it('tells a consumer from a contract of the same name, and takes the highest of what it uses', () => {
    const out = { list: 'internal', get: 'restricted', __proto__: 'x' } as unknown as ContractFlows['out']
    const { nodes, edges } = flowGraph([record('x', { out })], [consumer('x', 'x', 'list', 'get', 'toString')])
    expect(nodes.map(({ id }) => id)).toEqual(['contract a/x', 'consumer a/x'])
    expect(edges).toEqual([
      {
        from: 'contract a/x',
        to: 'consumer a/x',
        kind: 'uses',
        sensitivity: 'restricted',
        categories: [],
        why: 'list, get, toString',
      },
    ])
  })

  it('follows what contracts read and send on, to where the catalog knows nothing, too', () => {
    const links = [
      { kind: 'reads', namespace: 'a', name: 'y' },
      { kind: 'emits', namespace: 'b', name: 'z' },
    ] as const
    const ofTenants = { out: { sensitivity: 'confidential', categories: ['contact'] }, in: nothing }
    const { nodes, edges } = flowGraph([record('x', { links }), record('y', { ofTenants })], [])
    expect(edges.map(({ from, to, sensitivity }) => [from, to, sensitivity])).toEqual([
      ['contract a/y', 'contract a/x', 'confidential'],
      ['contract a/x', 'elsewhere b/z', undefined],
    ])
    expect(nodes.find(({ kind }) => kind === 'elsewhere')).toEqual({
      id: 'elsewhere b/z',
      kind: 'elsewhere',
      label: 'b/z',
    })
  })

  it('leaves out what is less sensitive than asked for, and what nobody classified', () => {
    const pathway = { from: 'p', purpose: 'q', requires: 'grant', operations: 1, categories: [] } as const
    const pathways = [
      { ...pathway, id: 'one', to: 's', sensitivity: 'internal' },
      { ...pathway, id: 'two', to: 't', sensitivity: 'restricted' },
      { ...pathway, id: 'three', to: 'u' },
    ]
    const ids = (atLeast?: string) => flowGraph([record('x', { pathways })], [], { atLeast }).edges.map(({ to }) => to)
    expect(ids()).toEqual(['tenants s', 'tenants t', 'tenants u'])
    expect(ids('confidential')).toEqual(['tenants t'])
    expect(ids('public')).toEqual(['tenants s', 'tenants t'])
  })
})

describe('layOut', () => {
  it('puts data to the right of where it comes from, nothing above another, the same way each time', () => {
    const graph = flowGraph(
      [record('x', { out: { get: 'internal' } }), record('y'), record('long'.repeat(50))],
      [consumer('c', 'x', 'get'), consumer('d', 'x', 'get'), consumer('d', 'y', 'get')],
    )
    const layout = layOut(graph)
    expect(layOut(graph)).toEqual(layout)
    for (const { from, to, points } of layout.edges) {
      const [start, end] = [from, to].map((id) => layout.nodes.find((node) => node.id === id)!)
      expect(start!.x).toBeLessThan(end!.x)
      expect(points.length).toBeGreaterThan(1)
    }
    for (const [index, one] of layout.nodes.entries()) {
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0)
      expect(one.x + one.width / 2).toBeLessThanOrEqual(layout.width)
      for (const other of layout.nodes.slice(index + 1)) {
        const apart =
          Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
          Math.abs(one.y - other.y) >= (one.height + other.height) / 2
        expect([one.id, other.id, apart]).toEqual([one.id, other.id, true])
      }
    }
    expect(layout.nodes.find(({ label }) => label.length > 100)?.short).toHaveLength(28)
  })

  it('takes a map with nothing on it', () => {
    expect(layOut({ nodes: [], edges: [] })).toMatchObject({ nodes: [], edges: [] })
  })

  it('takes a contract that reads itself', () => {
    const graph = flowGraph([record('x', { links: [{ kind: 'reads', namespace: 'a', name: 'x' }] })], [])
    expect(layOut(graph).edges[0]?.points.length).toBeGreaterThan(1)
  })
})
