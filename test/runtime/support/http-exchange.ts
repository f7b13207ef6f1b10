import { connect, type Socket } from 'node:net'
import type { RequestLike, ResponseLike } from '../../../src/runtime/src/index.js'

/**
 * One request over one connection, byte for byte as it is given: client libraries join headers, resolve paths and refuse
 * what an attacker would send. The body of the answer comes in pieces as the server sends them.
 */
export async function httpExchange(port: number, request: RequestLike): Promise<ResponseLike> {
  const socket = connect(port, '127.0.0.1')
  request.signal?.addEventListener('abort', () => socket.destroy())
  socket.write(headOf(request))
  if (request.body instanceof Uint8Array) socket.write(request.body)
  const pieces = readerOf(socket)
  const head = await pieces.until('\r\n\r\n')
  const [start = '', ...lines] = head.split('\r\n')
  const headers = lines.filter(Boolean).map((line): ResponseLike['headers'][number] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  const status = Number(start.split(' ')[1])
  const own = headers.filter(([name]) => !connectionHeaders.has(name))
  const one = (name: string): string | undefined => headers.find(([each]) => each === name)?.[1]
  if (request.method === 'HEAD' || status === 204 || status === 304) {
    socket.destroy()
    const length = one('content-length')
    return { status, headers: length === undefined ? own : [...own, ['content-length', length]] }
  }
  const body =
    one('transfer-encoding') === 'chunked'
      ? chunked(pieces, socket)
      : fixed(pieces, socket, Number(one('content-length')))
  return { status, headers: own, body }
}

/** What belongs to the connection, and what node adds. */
const connectionHeaders = new Set([
  'connection',
  'keep-alive',
  'date',
  'transfer-encoding',
  'content-length',
  'x-powered-by',
])

function headOf({ method, target, rawHeaders, body }: RequestLike): string {
  const lines: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2)
    lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1]}`)
  const has = (name: string): boolean =>
    rawHeaders.some((each, index) => index % 2 === 0 && each.toLowerCase() === name)
  if (!has('host')) lines.push('Host: orders.test')
  if (body instanceof Uint8Array && !has('content-length')) lines.push(`Content-Length: ${body.length}`)
  return `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`
}

interface Pieces {
  /** Latin 1, as headers are. */
  until(end: string): Promise<string>
  take(length: number): Promise<Buffer>
}

function readerOf(socket: Socket): Pieces {
  const iterator = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let held = Buffer.alloc(0)
  const more = async (): Promise<void> => {
    const { done, value } = await iterator.next()
    if (done) throw new Error('the connection ended early')
    held = Buffer.concat([held, value])
  }
  const take = async (length: number): Promise<Buffer> => {
    while (held.length < length) await more()
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
  return {
    take,
    async until(end) {
      while (!held.includes(end)) await more()
      return (await take(held.indexOf(end) + end.length)).toString('latin1')
    },
  }
}

async function* fixed(pieces: Pieces, socket: Socket, length: number): AsyncGenerator<Uint8Array> {
  try {
    if (length > 0) yield await pieces.take(length)
  } finally {
    socket.destroy()
  }
}

async function* chunked(pieces: Pieces, socket: Socket): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const length = Number.parseInt(await pieces.until('\r\n'), 16)
      const chunk = await pieces.take(length)
      await pieces.take(2)
      if (length === 0) return
      yield chunk
    }
  } finally {
    socket.destroy()
  }
}
