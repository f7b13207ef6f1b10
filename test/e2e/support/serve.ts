import { afterAll } from 'vitest'
import { toFetch } from '../../../src/runtime/src/fetch/index.js'
import { type Listening, listen } from '../../../src/runtime/src/node/index.js'
import type { GovernedServer } from '../../../src/runtime/src/server/index.js'

export interface Served {
  readonly url: string
  readonly fetch: typeof globalThis.fetch
}

/** The ways from a client to a server: bytes over a socket of this machine, or a call of a fetch handler. */
export const ways = ['node:http', 'fetch'] as const
export type Way = (typeof ways)[number]

/** Serves until the tests of the file have run. */
export async function serve(server: GovernedServer, way: Way = 'node:http'): Promise<Served> {
  if (way === 'fetch') {
    const handle = toFetch(server)
    return { url: 'http://fetch.test', fetch: (input, init) => handle(new Request(input, init)) }
  }
  const listening: Listening = await listen(server)
  afterAll(() => listening.close(0))
  return { url: listening.url, fetch: globalThis.fetch }
}
