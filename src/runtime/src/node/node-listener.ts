import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GovernedServer, ResponseLike } from '../server/index.js'
import { requestOf } from './request-of.js'
import { sendResponse } from './send-response.js'

/** A request listener for node:http and everything that takes one. */
export function nodeListener(server: GovernedServer): (message: IncomingMessage, response: ServerResponse) => void {
  return (message, response) => {
    void answer(server, message, response)
  }
}

async function answer(server: GovernedServer, message: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const made = await server.handle(requestOf(message, response))
    if (response.destroyed) return
    // What was not read is not worth reading. Of a stream that breaks off, `Connection: close` would make callers believe
    // that it is complete (fetch of Node does), so that its connection is kept.
    if (!message.complete && !isStream(made)) response.shouldKeepAlive = false
    await sendResponse(made, response, message.method === 'HEAD')
  } catch {
    response.destroy()
  } finally {
    if (!message.complete) message.resume()
  }
}

function isStream({ body }: ResponseLike): boolean {
  return typeof body === 'object' && !(body instanceof Uint8Array)
}
