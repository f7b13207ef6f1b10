import { httpExchange } from '../../support/http-exchange.js'
import type { Transport } from '../../support/transport.js'
import { servers } from './serve.js'

export function overSocket(name: keyof typeof servers): Transport {
  return {
    name,
    async open(server) {
      const { port, close } = await servers[name](server)
      return { exchange: (request) => httpExchange(port, request), close }
    },
  }
}
