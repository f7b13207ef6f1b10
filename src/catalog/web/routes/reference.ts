import type { Hono } from 'hono'
import { isRefused } from '../../service/index.js'
import { referenceScriptFile } from '../assets/assets.js'
import { referencePolicy } from '../http-headers.js'
import type { Loading } from '../loading/contracts.js'
import { referenceOf, unitedOf } from '../loading/reference.js'
import { ReferencePage } from '../pages/reference.js'
import type { Frames } from '../reference/frames.js'
import { refuse, render, type Surroundings, siteOf } from './surroundings.js'

/** Whole contracts. */
export function referenceRoutes(app: Hono<Surroundings>, loading: Loading, frames: Frames | undefined): void {
  app.get('/contracts/:namespace/:name/:version/reference', async (around) => {
    const view = await referenceOf(loading, around.get('caller'), around.req.param(), frames)
    if (isRefused(view)) return refuse(around, view)
    around.header('content-security-policy', referencePolicy)
    const site = { ...siteOf(around.get('viewer')), script: referenceScriptFile.name }
    return render(around, ReferencePage({ site, view }))
  })

  app.get('/contracts/:namespace/:name/:version/united', async (around) => {
    const united = await unitedOf(loading, around.get('caller'), around.req.param())
    if (isRefused(united)) return refuse(around, united)
    return around.body(united.text, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
}
