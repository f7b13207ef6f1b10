import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What node:http does not know of its connections. */
export interface Connections {
  /** A request has come over one. */
  add(message: IncomingMessage, response: ServerResponse): void
  /** Ends those over which nothing runs; the others end with what runs. */
  end(): void
}

/** @param stallTimeout milliseconds that a caller may take nothing of what waits for it. */
export function trackConnections(http: Server, stallTimeout: number): Connections {
  /**
   * The newest response of each: answers go out in the order of their requests, so that no earlier one runs when it does
   * not. Undefined where nothing has come yet; node does not count these as idle.
   */
  const newest = new Map<Socket, ServerResponse | undefined>()
  http.on('connection', (socket: Socket) => {
    newest.set(socket, undefined)
    socket.once('close', () => newest.delete(socket))
  })
  http.setTimeout(stallTimeout, (socket: Socket) => {
    // A handler or a stream may be silent for as long as it likes; a caller that does not read may not.
    const isRunning = newest.get(socket)?.writableFinished === false
    if (!isRunning || socket.writableLength > 0) socket.destroy()
  })
  return {
    add(message, response) {
      newest.set(message.socket, response)
    },
    end() {
      for (const [socket, response] of newest) {
        // Else the connection would be kept for a next request that nobody may send.
        if (response) response.shouldKeepAlive = false
        else socket.destroy()
      }
    },
  }
}
