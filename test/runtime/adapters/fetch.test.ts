import { toFetch } from '../../../src/runtime/src/fetch/index.js'
import { describeAdapter } from './conformance.js'

describeAdapter('fetch', async (server) => {
  const handle = toFetch(server)
  return {
    url: 'http://orders.test',
    fetch: (input, init) => handle(new Request(input, init)),
    close: async () => undefined,
  }
})
