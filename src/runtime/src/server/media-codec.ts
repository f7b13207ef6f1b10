import type { View } from '../codec/index.js'
import type { ServerMedia } from './types.js'

/** JSON of a body as the view may see it. A codec says what may go out; without one nothing may. */
export function jsonText({ codec, mediaType }: ServerMedia, body: unknown, view: View): string {
  if (!codec) throw new TypeError(`no codec for ${mediaType}`)
  return codec.write(body, view)
}
