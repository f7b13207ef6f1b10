import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, systemClock } from '../context/index.js'
import type { GovernedServer } from '../server/index.js'
import { answer } from './answer.js'
import { type Connections, trackConnections } from './connections.js'
import { createHealth, type HealthOptions, healthServer } from './health.js'

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
  /** Milliseconds that a caller may take no byte of an answer that waits for it. Default: 60,000. */
  readonly stallTimeout?: number | undefined
  /** Bytes of all headers of a request. Default: 16 KiB. */
  readonly maxHeaderSize?: number | undefined
  /** Connections at the same time. Default: as many as the system gives. */
  readonly maxConnections?: number | undefined
  /** Where to ask whether the server is alive and ready. Default: nowhere. */
  readonly health?: HealthOptions | undefined
  /**
   * Milliseconds after `close` in which requests are still taken, while readiness says no: what balances the load learns of
   * the end before it comes. Default: 0.
   */
  readonly drain?: number | undefined
  /** Default: the machine's. */
  readonly clock?: Clock | undefined
}

export interface Listening {
  /** `http://127.0.0.1:3000` */
  readonly url: string
  readonly port: number
  /** Of the health checks; undefined without any. */
  readonly healthUrl: string | undefined
  /**
   * Says that it is not ready, takes requests until `drain` is over, then lets running ones end, for `grace` milliseconds
   * at most (default: 10,000), and breaks off the rest. Called again it gives the same promise.
   */
  readonly close: (grace?: number) => Promise<void>
}

/** Whoever listens keeps requests to itself. */
const own = { isOwn: true }

/**
 * Serves over node:http. Rejects when a port cannot be had.
 *
 * @throws ConfigurationError when the contract serves a path of the health checks.
 */
export async function listen(server: GovernedServer, options: ListenOptions = {}): Promise<Listening> {
  const headersTimeout = options.headersTimeout ?? 10_000
  const requestTimeout = options.requestTimeout ?? 60_000
  const host = options.host ?? '127.0.0.1'
  const clock = options.clock ?? systemClock
  let isStopping = false
  const health = options.health && createHealth(options.health, server, () => isStopping)
  const ownPort = options.health?.port !== undefined
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
      connections.add(message, response)
      if (isStopping) response.shouldKeepAlive = false
      if (ownPort || !health?.answer(message, response)) answer(server, message, response, own)
    },
  )
  const connections = trackConnections(http, options.stallTimeout ?? 60_000)
  if (options.maxConnections !== undefined) http.maxConnections = options.maxConnections
  const url = await open(http, options.port ?? 0, host)
  const separate = health && ownPort ? healthServer(health) : undefined
  try {
    const healthUrl = separate ? await open(separate, options.health?.port ?? 0, options.health?.host ?? host) : url
    let closed: Promise<void> | undefined
    const close = async (grace: number): Promise<void> => {
      isStopping = true
      if (options.drain) await new Promise<void>((resolve) => void clock.after(options.drain ?? 0, resolve))
      await end(http, connections, grace, clock)
      separate?.close()
      separate?.closeAllConnections()
    }
    return {
      url,
      port: (http.address() as AddressInfo).port,
      healthUrl: health && healthUrl,
      close(grace = 10_000) {
        closed ??= close(grace)
        return closed
      },
    }
  } catch (error) {
    http.close()
    throw error
  }
}

function open(http: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen({ port, host }, () => {
      http.off('error', reject)
      const { address, family, port: given } = http.address() as AddressInfo
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${given}`)
    })
  })
}

function end(http: Server, connections: Connections, grace: number, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const stop = clock.after(grace, () => http.closeAllConnections())
    http.close(() => {
      stop()
      resolve()
    })
    http.closeIdleConnections()
    connections.end()
  })
}
