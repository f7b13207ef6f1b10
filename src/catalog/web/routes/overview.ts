import type { Hono } from 'hono'
import type { EntryKind } from '../../model/index.js'
import { browseContracts, listNamespaces, type ServiceContext, search } from '../../service/index.js'
import type { ContractName } from '../../store/index.js'
import type { OverviewQuery } from '../address/place.js'
import { type Overview, OverviewPage } from '../pages/overview.js'
import { numberIn, textIn } from './query.js'
import { render, type Surroundings, siteOf } from './surroundings.js'

const contractsShown = 50
const hitsShown = 50
/** What lies further behind is found by better words. */
const mostSkipped = 2000

export function overviewRoutes(app: Hono<Surroundings>, context: ServiceContext): void {
  app.get('/', async (around) => {
    const ask = (name: string, most = 100) => textIn(around, name, most)
    const query: OverviewQuery = {
      q: ask('q', 200),
      kind: ask('kind'),
      namespace: ask('namespace'),
      protocol: ask('protocol'),
      class: ask('class'),
      scope: ask('scope'),
      after: ask('after', 201),
      offset: numberIn(around, 'offset', mostSkipped),
    }
    const caller = around.get('caller')
    const namespaces = (await listNamespaces(context, caller)).map(({ name }) => name)
    const looksInside = query.q !== undefined || isOf(query.kind, 'operation', 'field')
    const found = await (looksInside ? hits() : contracts())
    return render(
      around,
      OverviewPage({ site: siteOf(around.get('viewer')), overview: { query, namespaces, ...found } }),
    )

    async function contracts(): Promise<Pick<Overview, 'contracts' | 'next'>> {
      const { namespace, protocol, scope, class: dataClass } = query
      const listing = { namespace, protocol, scope, class: dataClass, after: nameIn(query.after) }
      const all = await browseContracts(context, caller, { ...listing, limit: contractsShown + 1 })
      const shown = all.slice(0, contractsShown)
      const last = shown.at(-1)?.contract
      const after = last && `${last.namespace}/${last.name}`
      return { contracts: shown, ...(all.length > shown.length && { next: { page: 'overview', ...query, after } }) }
    }

    async function hits(): Promise<Pick<Overview, 'hits' | 'next'>> {
      const { q, kind, namespace, scope, class: dataClass, offset = 0 } = query
      const wanted = { text: q, kind: kind as EntryKind | undefined, namespace, scope, class: dataClass }
      const all = await search(context, caller, { ...wanted, offset, limit: hitsShown + 1 })
      const hasMore = all.length > hitsShown && offset + hitsShown <= mostSkipped
      return {
        hits: all.slice(0, hitsShown),
        ...(hasMore && { next: { page: 'overview', ...query, offset: offset + hitsShown } }),
      }
    }
  })
}

function isOf(value: string | undefined, ...wanted: readonly string[]): boolean {
  return value !== undefined && wanted.includes(value)
}

/** What cannot be the name of a contract is after none. */
function nameIn(after: string | undefined): ContractName | undefined {
  const [, namespace, name] = /^([^/]+)\/([^/]+)$/.exec(after ?? '') ?? []
  return namespace === undefined || name === undefined ? undefined : { namespace, name }
}
