import { createServer as createHttpServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { GovernedServer } from '../server/index.js'
import { nodeListener } from './node-listener.js'

export interface ListenOptions {
  /** Default: one that is free. */
  readonly port?: number | undefined
  /** Default: 127.0.0.1, which only this machine reaches. */
  readonly host?: string | undefined
  /** Milliseconds for a caller to send its headers. Default: 10,000. */
  readonly headersTimeout?: number | undefined
  /** Milliseconds for a caller to send its whole request. Default: 60,000. */
  readonly requestTimeout?: number | undefined
  /** Milliseconds that an idle connection is kept. Default: 5,000. */
  readonly keepAliveTimeout?: number | undefined
  /** Bytes of all headers of a request. Default: 16 KiB. */
  readonly maxHeaderSize?: number | undefined
  /** Connections at the same time. Default: as many as the system gives. */
  readonly maxConnections?: number | undefined
}

export interface Listening {
  /** `http://127.0.0.1:3000` */
  readonly url: string
  readonly port: number
  /** Lets running requests end, for `grace` milliseconds at most (default: 10,000), then breaks them off. */
  readonly close: (grace?: number) => Promise<void>
}

/** Serves over node:http. Rejects when the port cannot be had. */
export function listen(server: GovernedServer, options: ListenOptions = {}): Promise<Listening> {
  const headersTimeout = options.headersTimeout ?? 10_000
  const requestTimeout = options.requestTimeout ?? 60_000
  const answer = nodeListener(server)
  const open: Open = { running: new Set(), silent: new Set() }
  const http = createHttpServer(
    {
      headersTimeout,
      requestTimeout,
      keepAliveTimeout: options.keepAliveTimeout ?? 5_000,
      maxHeaderSize: options.maxHeaderSize ?? 16 * 1024,
      // How often slow callers are looked for; the default would let them stay for half a minute more.
      connectionsCheckingInterval: Math.max(50, Math.min(headersTimeout, requestTimeout, 5_000)),
    },
    (message, response) => {
      open.silent.delete(message.socket)
      open.running.add(response)
      response.once('close', () => open.running.delete(response))
      if (!http.listening) response.shouldKeepAlive = false
      answer(message, response)
    },
  )
  http.on('connection', (socket: Socket) => {
    open.silent.add(socket)
    socket.once('close', () => open.silent.delete(socket))
  })
  if (options.maxConnections !== undefined) http.maxConnections = options.maxConnections
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' }, () => {
      http.off('error', reject)
      resolve(listening(http, open))
    })
  })
}

interface Open {
  readonly running: Set<ServerResponse>
  /** Connections over which nothing has come yet; node does not count them as idle. */
  readonly silent: Set<Socket>
}

function listening(http: Server, { running, silent }: Open): Listening {
  const { address, port, family } = http.address() as AddressInfo
  const host = family === 'IPv6' ? `[${address}]` : address
  return {
    url: `http://${host}:${port}`,
    port,
    close: (grace = 10_000) =>
      new Promise((resolve) => {
        const impatience = setTimeout(() => http.closeAllConnections(), grace)
        http.close(() => {
          clearTimeout(impatience)
          resolve()
        })
        http.closeIdleConnections()
        for (const socket of silent) socket.destroy()
        // Else their connections would be kept for a next request that nobody may send.
        for (const response of running) response.shouldKeepAlive = false
      }),
  }
}
