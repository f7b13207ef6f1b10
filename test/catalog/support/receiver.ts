import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { CloudEvent } from '../../../src/catalog/events/index.js'

export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** What has come so far, in its order. */
  readonly received: readonly Received[]
  /** The events in it. */
  events(): readonly CloudEvent[]
  /** Resolves when so many have come. */
  count(wanted: number): Promise<void>
  /** Connections that were made to it. */
  connections(): number
}

/** Answers a request; the response is ended by whoever answers. */
export type Answer = (received: Received, response: ServerResponse) => void

export const takes: Answer = (_, response) => void response.writeHead(204).end()

/** A real server on this machine that gets what is delivered, until the test is over. */
export async function receiver(answer: Answer = takes): Promise<Receiver> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  let waiting: { readonly wanted: number; readonly resolve: () => void }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      const one = { method, path, headers, body: Buffer.concat(chunks).toString() }
      received.push(one)
      answer(one, response)
      waiting = waiting.filter(({ wanted, resolve }) => {
        if (received.length < wanted) return true
        resolve()
        return false
      })
    })
  })
  server.on('connection', (socket) => {
    connections++
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    events: () => received.map(({ body }) => JSON.parse(body) as CloudEvent),
    count: (wanted) =>
      received.length >= wanted ? Promise.resolve() : new Promise((resolve) => waiting.push({ wanted, resolve })),
    connections: () => connections,
  }
}
