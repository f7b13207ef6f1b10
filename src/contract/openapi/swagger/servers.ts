import type { Server } from '../../model/index.js'
import { below, type Node, nameOf, type Reading, textsOf } from '../reading.js'
import { defaultServer } from '../servers.js'

/** `host`, `basePath` and `schemes` of OpenAPI 2.0, as one address a scheme. */
export function readSwaggerServers(reading: Reading, node: Node): readonly Server[] {
  const host = nameOf(reading, node, 'host')
  const basePath = nameOf(reading, node, 'basePath') ?? '/'
  const path = basePath.startsWith('/') ? basePath : `/${basePath}`
  if (host === undefined) return [defaultServer(path, node.at)]
  const schemes = [...new Set(textsOf(reading, node, 'schemes') ?? [])]
  const tail = path === '/' ? '' : path
  const at = below(node.at, 'host')
  // Without a scheme it is that of the address the document came from; only a secure one is assumed.
  return (schemes.length > 0 ? schemes : ['https']).map((protocol) => ({
    ...defaultServer(`${protocol}://${host}${tail}`, at),
    protocol,
  }))
}
