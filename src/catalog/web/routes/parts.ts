import type { Hono } from 'hono'
import { isRefused } from '../../service/index.js'
import type { Loading } from '../loading/contracts.js'
import { partOf } from '../loading/parts.js'
import { documentOf, linesFrom } from '../loading/source.js'
import { PartPage } from '../pages/part.js'
import { linesShown, SourcePage } from '../pages/source.js'
import { numberIn, textIn } from './query.js'
import { refuse, render, type Surroundings, siteOf } from './surroundings.js'

const mostRows = 1_000_000
const mostLines = 100_000_000
const longestPath = 1000
/** Lines that are shown before the one that was asked for. */
const linesBefore = 3

/** What a version consists of: its operations, its schemas, its documents. */
export function partRoutes(app: Hono<Surroundings>, loading: Loading): void {
  app.get('/contracts/:namespace/:name/:version/:kind{operation|schema}/:key', async (around) => {
    const { kind, key, ...coordinates } = around.req.param()
    const name = {
      kind: kind === 'schema' ? kind : 'operation',
      key,
      offset: numberIn(around, 'offset', mostRows),
    } as const
    const view = await partOf(loading, around.get('caller'), coordinates, name)
    if (isRefused(view)) return refuse(around, view)
    return render(around, PartPage({ site: siteOf(around.get('viewer')), view }))
  })

  app.get('/contracts/:namespace/:name/:version/source', async (around) => {
    const coordinates = around.req.param()
    const file = textIn(around, 'file', longestPath)
    const found = await documentOf(loading, around.get('caller'), coordinates, file)
    if (isRefused(found)) return refuse(around, found)
    const asked = numberIn(around, 'line', mostLines)
    const first = Math.max(1, asked - linesBefore)
    const lines = linesFrom(found.text, first, linesShown + 1)
    const view = { ...coordinates, file, path: found.path, first, asked, lines }
    return render(around, SourcePage({ site: siteOf(around.get('viewer')), view }))
  })

  app.get('/contracts/:namespace/:name/:version/document', async (around) => {
    const file = textIn(around, 'file', longestPath)
    const found = await documentOf(loading, around.get('caller'), around.req.param(), file)
    if (isRefused(found)) return refuse(around, found)
    // Whatever it is, it is saved and not shown: nothing of it acts in the name of this server.
    return around.body(found.text, 200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName(found.path))}`,
    })
  })
}

/** The last segment of a path, of characters that every system takes. */
function fileName(path: string): string {
  return (
    path
      .replace(/^.*\//s, '')
      .replace(/[^\w.-]/g, '_')
      .slice(-100) || 'contract'
  )
}
