import type { Hono } from 'hono'
import type { Caller, ServiceContext } from '../../service/index.js'
import { coverageBy, monthsOf, totalOf } from '../compliance/coverage.js'
import { type Consumer, flowGraph } from '../map/flow-graph.js'
import { layOut } from '../map/lay-out.js'
import { CompliancePage } from '../pages/compliance.js'
import { MapPage } from '../pages/map.js'
import { TenantsPage } from '../pages/tenants.js'
import { textIn } from './query.js'
import { type Around, problem, render, type Surroundings, siteOf } from './surroundings.js'

/** What a map has room for, and can be laid out while others wait. */
const contractsOnMap = 40
const waysOnMap = 300
const consumersRead = 100
const contractsRead = 200
const versionsRemembered = 5000
const refusedShown = 20

/** Where data goes. The map of all that is sensitive is sensitive itself: who only reads in public does not get it. */
export function flowRoutes(app: Hono<Surroundings>, context: ServiceContext): void {
  app.get('/map', async (around) => {
    if (around.get('viewer').isAnonymous) return closed(around)
    const [namespace, atLeast] = [textIn(around, 'namespace'), textIn(around, 'atLeast')]
    const reads = context.store.of(around.get('caller').organisation)
    const records = await reads.flows({ namespace, limit: contractsOnMap + 1 })
    const consumers = await consumersOf(context, around.get('caller'))
    const all = flowGraph(records.slice(0, contractsOnMap), consumers, { atLeast })
    const edges = all.edges.slice(0, waysOnMap)
    const used = new Set(edges.flatMap(({ from, to }) => [from, to]))
    const graph = { nodes: all.nodes.filter(({ id, kind }) => kind === 'contract' || used.has(id)), edges }
    const isPart = records.length > contractsOnMap || all.edges.length > waysOnMap
    const view = { namespace, atLeast, graph, layout: layOut(graph), isPart }
    return render(around, MapPage({ site: siteOf(around.get('viewer')), view }))
  })

  app.get('/compliance', async (around) => {
    if (around.get('viewer').isAnonymous) return closed(around)
    const reads = context.store.of(around.get('caller').organisation)
    const contracts = await reads.facts()
    const counts = await reads.countByMonth({ actions, months: lastMonths(context.now(), 12) })
    const view = {
      contracts: contracts.length,
      total: totalOf(contracts),
      byNamespace: coverageBy(contracts, ({ namespace }) => namespace),
      byOwner: coverageBy(contracts, ({ owner }) => owner),
      refused: await reads.byAction({ action: 'version-refused', limit: refusedShown }),
      months: monthsOf(counts, await reads.recentFacts(versionsRemembered)),
      flows: await reads.flows({ limit: contractsRead }),
    }
    return render(around, CompliancePage({ site: siteOf(around.get('viewer')), view }))
  })

  app.get('/tenants', async (around) => {
    if (around.get('viewer').isAnonymous) return closed(around)
    const found = await context.store.of(around.get('caller').organisation).flows({ limit: contractsRead + 1 })
    const flows = found.slice(0, contractsRead)
    const { edges } = flowGraph(flows, await consumersOf(context, around.get('caller')))
    const uses = edges.filter(({ kind }) => kind === 'uses')
    const view = { flows, uses, isPart: found.length > contractsRead }
    return render(around, TenantsPage({ site: siteOf(around.get('viewer')), view }))
  })
}

const actions = ['version-published', 'version-approved', 'version-waits', 'version-refused', 'version-rejected']

async function consumersOf({ store }: ServiceContext, { organisation }: Caller): Promise<readonly Consumer[]> {
  const reads = store.of(organisation)
  const consumers = await reads.consumers({ limit: consumersRead })
  return Promise.all(consumers.map(async (consumer) => ({ consumer, uses: await reads.usesBy(consumer) })))
}

function closed(around: Around): Response {
  return problem(around, 403, { title: 'Not allowed', detail: 'Where data goes is shown to those who sign in.' })
}

/** This month and those before it. */
function lastMonths(now: Date, count: number): readonly string[] {
  return Array.from({ length: count }, (_, ago) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago)).toISOString().slice(0, 7),
  )
}
