import type { GovernedServer, RequestLike, ResponseLike } from '../../../src/runtime/src/index.js'

/** How requests of these tests reach the core. */
export interface Transport {
  readonly name: TransportName
  open(server: GovernedServer): Promise<Line>
}

export type TransportName = 'core' | 'node' | 'fetch' | 'fastify' | 'hono' | 'express'

export interface Line {
  exchange(request: RequestLike): Promise<ResponseLike>
  close(): Promise<void>
}

const direct: Transport = {
  name: 'core',
  open: async (server) => ({ exchange: async (request) => server.handle(request), close: async () => undefined }),
}

let current: Transport = direct
const lines: Line[] = []

/** Sends all requests of the tests that are described from now on through an adapter. */
export function overTransport(transport: Transport): void {
  current = transport
}

export function transportName(): TransportName {
  return current.name
}

/** What not every transport can say at all; and what it cannot say, nobody can do to it. */
export const unsayable = {
  'blanks and line breaks in a header': {
    over: ['node', 'fetch', 'fastify', 'hono', 'express'],
    because: 'HTTP ends a header with a line break and drops the blanks around it',
  },
  'controls in a header': { over: ['fetch'], because: '`Headers` refuses them' },
  'dot segments': { over: ['fetch'], because: '`Request` has resolved them, together with backslashes' },
  'a path that nobody else serves': {
    over: ['fastify', 'hono', 'express'],
    because: 'it is left to the application around the server; a test of each adapter shows it',
  },
  'requests that arrive in order': {
    over: ['node', 'fastify', 'hono', 'express'],
    because: 'each comes over a connection of its own; who waits in which order is settled before any adapter',
  },
  'an abort that still gets its answer': {
    over: ['node', 'fetch', 'fastify', 'hono', 'express'],
    because: 'who has gone gets no answer; that the handler is told is a test of its own',
  },
} as const satisfies Readonly<Record<string, { over: readonly TransportName[]; because: string }>>

export function canSend(what: keyof typeof unsayable): boolean {
  return !(unsayable[what].over as readonly TransportName[]).includes(current.name)
}

/** Opened with the first request: most servers of these tests get one or two. */
export function openLine(server: GovernedServer): (request: RequestLike) => Promise<ResponseLike> {
  const transport = current
  if (transport === direct) return async (request) => server.handle(request)
  let opened: Promise<Line> | undefined
  return async (request) => {
    opened ??= transport.open(server).then((line) => {
      lines.push(line)
      return line
    })
    return (await opened).exchange(request)
  }
}

export async function closeLines(): Promise<void> {
  await Promise.all(lines.splice(0).map((line) => line.close()))
}
