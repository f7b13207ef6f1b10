import { gunzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { assets } from '../assets/assets.js'
import type { Frames } from '../reference/frames.js'
import type { Surroundings } from './surroundings.js'

/** Files of pages. They are the same for everybody, and their names say what is in them: browsers keep them for ever. */
export function assetRoutes(app: Hono<Surroundings>, frames: Frames | undefined): void {
  const framed = frames ? [...frames.files, frames.openapi, frames.asyncapi] : []
  const all = new Map([...assets, ...framed.map((each) => [each.name, each] as const)])
  app.get('/assets/:name', (around) => {
    const asset = all.get(around.req.param('name'))
    if (!asset) return around.notFound()
    const { content, mediaType, headers } = asset
    const kept = { 'content-type': mediaType, 'cache-control': 'public, max-age=31536000, immutable', ...headers }
    if (typeof content === 'string') return around.body(content, 200, kept)
    const bytes = content()
    const takesGzip = /\bgzip\b/i.test(around.req.header('accept-encoding') ?? '')
    const encoding = takesGzip ? { 'content-encoding': 'gzip' } : {}
    return around.body(takesGzip ? bytes : new Uint8Array(gunzipSync(bytes)), 200, {
      ...kept,
      ...encoding,
      vary: 'accept-encoding',
    })
  })
}
