import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What node:http does not know of its connections. */
export interface Connections {
  /** A request has come over one. */
  add(response: ServerResponse): void
  /** Ends those over which nothing runs; the others end with what runs. */
  end(): void
}

/** @param stallTimeout milliseconds that a caller may take nothing of what waits for it. */
export function trackConnections(http: Server, stallTimeout: number): Connections {
  const running = new Set<ServerResponse>()
  /** Over which nothing has come yet; node does not count them as idle. */
  const silent = new Set<Socket>()
  http.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  http.setTimeout(stallTimeout, (socket: Socket) => {
    // A handler or a stream may be silent for as long as it likes; a caller that does not read may not.
    const isRunning = [...running].some((response) => response.socket === socket)
    if (!isRunning || socket.writableLength > 0) socket.destroy()
  })
  return {
    add(response) {
      silent.delete(response.socket as Socket)
      running.add(response)
      response.once('close', () => running.delete(response))
    },
    end() {
      for (const socket of silent) socket.destroy()
      // Else their connections would be kept for a next request that nobody may send.
      for (const response of running) response.shouldKeepAlive = false
    },
  }
}
