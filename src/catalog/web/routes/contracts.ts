import type { Hono } from 'hono'
import { isRefused, readContract } from '../../service/index.js'
import { changesOf, type Loading, versionOf } from '../loading/contracts.js'
import { ChangesPage } from '../pages/changes.js'
import { ContractPage } from '../pages/contract.js'
import { VersionPage } from '../pages/version.js'
import { numberIn, textIn } from './query.js'
import { refuse, render, type Surroundings, siteOf } from './surroundings.js'

const most = 1_000_000

export function contractRoutes(app: Hono<Surroundings>, loading: Loading): void {
  app.get('/contracts/:namespace/:name', async (around) => {
    const detail = await readContract(loading.context, around.get('caller'), around.req.param())
    if (isRefused(detail)) return refuse(around, detail)
    const view = { detail, offset: numberIn(around, 'offset', most) }
    return render(around, ContractPage({ site: siteOf(around.get('viewer')), view }))
  })

  app.get('/contracts/:namespace/:name/:version', async (around) => {
    const list = textIn(around, 'list') === 'fields' ? 'fields' : 'operations'
    const offset = numberIn(around, 'offset', most)
    const view = await versionOf(loading, around.get('caller'), around.req.param(), { list, offset })
    if (isRefused(view)) return refuse(around, view)
    return render(around, VersionPage({ site: siteOf(around.get('viewer')), view }))
  })

  app.get('/changes/:namespace/:name', async (around) => {
    const [before, after] = [textIn(around, 'before') ?? '', textIn(around, 'after') ?? '']
    const pair = { before, after, offset: numberIn(around, 'offset', most) }
    const view = await changesOf(loading, around.get('caller'), around.req.param(), pair)
    if (isRefused(view)) return refuse(around, view)
    return render(around, ChangesPage({ site: siteOf(around.get('viewer')), view }))
  })
}
