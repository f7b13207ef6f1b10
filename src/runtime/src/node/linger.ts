import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { type Clock, systemClock } from '../context/index.js'

export interface LingerOptions {
  /** Bytes that are read and thrown away. Default: 16 MiB. */
  readonly bytes?: number
  /** Milliseconds from the answer to the end. Default: 5,000. */
  readonly time?: number
  readonly clock?: Clock
}

const lingering = new WeakSet<Socket>()

/** Whether nothing more is taken from a connection: it was told to its caller that it ends (RFC 9112, section 9.6). */
export function isLingering(socket: Socket): boolean {
  return lingering.has(socket)
}

/**
 * Lets the caller read the answer to a request that was not read to its end, though it is still sending. Bytes that reach a
 * connection which is closed make the caller's system throw away what it has received (RFC 9112, section 9.6). So the end of
 * the answer is sent, and what still comes is read and thrown away, for a while; then the connection is closed.
 */
export function linger(message: IncomingMessage, options: LingerOptions = {}): void {
  const { bytes = 16 * 1024 * 1024, time = 5000, clock = systemClock } = options
  const { socket } = message
  const close = socket.destroySoon.bind(socket)
  let left = bytes
  lingering.add(socket)
  // Called by node:http when the last answer of a connection has been written.
  socket.destroySoon = () => {
    if (message.complete || left < 0) {
      close()
      return
    }
    socket.end()
    const stop = clock.after(time, () => socket.destroy())
    socket.once('close', stop)
    message.once('end', close)
  }
  message.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0 && socket.writableEnded) socket.destroy()
  })
}
