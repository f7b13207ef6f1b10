import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ConfigurationError } from '../error/index.js'
import type { GovernedServer } from '../server/index.js'

export interface HealthOptions {
  /** Answers 200 as long as the process can. Default: `/livez`. */
  readonly live?: string | undefined
  /** Answers 200 while new requests are welcome, 503 while the server stops or `check` does not hold. Default: `/readyz`. */
  readonly ready?: string | undefined
  /** What else must hold to be ready. What throws does not hold. Default: nothing. */
  readonly check?: (() => boolean | Promise<boolean>) | undefined
  /** A port of their own, that callers of the contract need not reach. Default: the contract's. */
  readonly port?: number | undefined
  /** Of that port. Default: as the contract's. */
  readonly host?: string | undefined
}

export interface Health {
  /** Answers when the request is one of the two; else undefined, and it is the contract's. */
  answer(message: IncomingMessage, response: ServerResponse): boolean
}

/** @throws ConfigurationError when the contract serves one of the paths. */
export function createHealth(options: HealthOptions, server: GovernedServer, isStopping: () => boolean): Health {
  const { live = '/livez', ready = '/readyz', check = () => true } = options
  for (const path of options.port === undefined ? [live, ready] : []) {
    if (server.serves(path))
      throw new ConfigurationError(`the contract serves the path \`${path}\` of the health checks`)
  }
  const isReady = async (): Promise<boolean> => {
    try {
      return !isStopping() && (await check())
    } catch {
      return false
    }
  }
  return {
    answer(message, response) {
      const path = message.url?.split('?', 1)[0]
      if (path === live) send(response, 200, 'live')
      else if (path === ready)
        void isReady().then((holds) => send(response, holds ? 200 : 503, holds ? 'ready' : 'not ready'))
      else return false
      return true
    },
  }
}

/** A server for nothing else. */
export function healthServer(health: Health): Server {
  return createServer((message, response) => {
    if (!health.answer(message, response)) send(response, 404, 'not found')
  })
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain',
    'cache-control': 'no-store',
    'content-length': text.length,
  })
  response.end(text)
}
