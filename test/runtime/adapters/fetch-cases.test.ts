import { toFetch } from '../../../src/runtime/src/fetch/index.js'
import { fetchExchange } from '../support/fetch-exchange.js'
import { describeAttackCases } from './support/attack-cases.js'

describeAttackCases({
  name: 'fetch',
  open: async (server) => {
    const handle = toFetch(server)
    return { exchange: (request) => fetchExchange(handle, request), close: async () => undefined }
  },
})
