import { lookup } from 'node:dns/promises'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { isIP } from 'node:net'
import type { Network, NetworkRequest, NetworkResponse } from './fetch-document.js'

/** The network of this machine. Nothing but the host is told to a server: no cookies, no credentials, no agent. */
export const nodeNetwork: Network = {
  async lookup(host) {
    const found = await lookup(host, { all: true, verbatim: true })
    return found.map(({ address }) => address)
  },
  get: (asked) =>
    new Promise((resolve, reject) => {
      const { url, address, signal } = asked
      const outgoing = request(url, {
        method: 'GET',
        agent: false,
        signal,
        // The name is not resolved again: between two lookups, an answer can change.
        lookup: (_host, options, done) => {
          const family = isIP(address)
          if (options.all) done(null, [{ address, family }])
          else done(null, address, family)
        },
        headers: { accept: 'application/json, application/yaml, text/yaml, */*', 'accept-encoding': 'identity' },
      })
      outgoing.on('error', reject)
      outgoing.on('response', (response) => {
        read(response, asked).then(resolve, reject)
      })
      outgoing.end()
    }),
}

async function read(response: IncomingMessage, { maxBytes }: NetworkRequest): Promise<NetworkResponse> {
  const status = response.statusCode ?? 0
  const { location } = response.headers
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) {
      response.destroy()
      return { status, location }
    }
    chunks.push(chunk)
  }
  return { status, location, body: Buffer.concat(chunks) }
}
