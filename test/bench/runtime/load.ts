import { connect, type Socket } from 'node:net'

/** One request, the bytes of it made anew for each time. */
export type RequestText = () => string

export interface Load {
  readonly port: number
  readonly requests: number
  readonly connections: number
  readonly text: RequestText
}

/**
 * Sends so many requests over keep-alive connections and reads the answers. Never sleeps meanwhile: a server that must wake
 * its caller with each answer pays for that, in its own CPU time, and the more the slower it is.
 */
export async function send(load: Load): Promise<void> {
  let isRunning = true
  const spin = (): void => {
    if (isRunning) setImmediate(spin)
  }
  spin()
  const left = { requests: load.requests }
  try {
    await Promise.all(Array.from({ length: load.connections }, () => lane(load, left)))
  } finally {
    isRunning = false
  }
}

/** One connection, which takes from what is left until nothing is. */
function lane({ port, text }: Load, left: { requests: number }): Promise<void> {
  return new Promise((done, failed) => {
    let received = ''
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const next = (): void => {
      if (left.requests-- > 0) socket.write(text())
      else {
        socket.destroy()
        done()
      }
    }
    socket.setEncoding('latin1').on('connect', next).on('error', failed)
    socket.on('end', () => failed(new Error('the server has closed the connection')))
    socket.on('data', (part: string) => {
      received += part
      const end = endOf(received)
      if (end === 0) return
      if (!/^HTTP\/1.1 20[01] /.test(received)) failed(new Error(received.slice(0, 500)))
      received = received.slice(end)
      next()
    })
  })
}

/** Where the first answer ends; 0: it is not there yet. */
function endOf(received: string): number {
  const head = received.indexOf('\r\n\r\n')
  if (head < 0) return 0
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, head))?.[1]
  if (length === undefined) throw new Error(`no length: ${received.slice(0, head)}`)
  const end = head + 4 + Number(length)
  return end <= received.length ? end : 0
}
