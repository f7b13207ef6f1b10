import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { ClientContract, ClientEnvironment, ClientOperation } from '../../../src/runtime/src/gen1/index.js'

export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly rawHeaders: readonly string[]
  readonly body: Buffer
}

export interface TestServer {
  readonly url: string
  readonly received: readonly Received[]
  /** Settles when a connection was closed by the other side before the answer was complete. */
  readonly brokenOff: Promise<void>
}

type Answer = (request: Received, response: ServerResponse, count: number) => void

/** A server on the loopback, on a free port, closed when the test ends. `count` is 1 for the first request. */
export async function serve(answer: Answer): Promise<TestServer> {
  const received: Received[] = []
  let onBrokenOff: () => void
  const brokenOff = new Promise<void>((resolve) => {
    onBrokenOff = resolve
  })
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    response.on('close', () => {
      if (!response.writableFinished) onBrokenOff()
    })
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers, rawHeaders } = request
      const one = { method, url, headers, rawHeaders, body: Buffer.concat(chunks) }
      received.push(one)
      answer(one, response, received.length)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, brokenOff }
}

/** A URL on which nothing listens. */
export async function deadUrl(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

export const contract: ClientContract = { name: 'test', securitySchemes: {} }

export const anyJson = [{ mediaType: 'application/json', kind: 'json' }] as const

/** GET /things, answered with 200 and JSON; any other answer is declared as `default`. */
export function operation(parts: Partial<ClientOperation> = {}): ClientOperation {
  return {
    id: 'doThing',
    method: 'GET',
    path: '/things',
    scope: 'public',
    responses: [
      { status: '200', content: anyJson },
      { status: 'default', content: anyJson },
    ],
    ...parts,
  }
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** Waits are noted and over at once; time stands still and chance is a half. Calls need an endless `timeout`. */
export function instant(): ClientEnvironment & { readonly waits: number[] } {
  const waits: number[] = []
  let count = 0
  return {
    waits,
    now: () => Date.UTC(2030, 0, 1),
    random: () => 0.5,
    uuid: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted()
      waits.push(milliseconds)
    },
  }
}

/** Time limits pass when `expire` is called. */
export function manual(): Partial<ClientEnvironment> & { expire(): void; readonly limits: number[] } {
  const limits: number[] = []
  const pending = new Set<() => void>()
  return {
    limits,
    expire: () => {
      for (const resolve of pending) resolve()
    },
    sleep: (milliseconds, signal) => {
      limits.push(milliseconds)
      return new Promise((resolve, reject) => {
        pending.add(resolve)
        signal.addEventListener('abort', () => {
          pending.delete(resolve)
          reject(signal.reason as Error)
        })
      })
    },
  }
}
