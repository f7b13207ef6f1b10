import { toFetch } from '@tenantkit/runtime/fetch'
import { describeAdapter } from './conformance.js'

describeAdapter('fetch', async (server) => {
  const handle = toFetch(server)
  return {
    url: 'http://orders.test',
    fetch: (input, init) => handle(new Request(input, init)),
    close: async () => undefined,
  }
})
