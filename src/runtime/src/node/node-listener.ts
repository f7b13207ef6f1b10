import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GovernedServer } from '../server/index.js'
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
    // What was not read would be taken for the next request.
    if (!message.complete) response.shouldKeepAlive = false
    await sendResponse(made, response, message.method === 'HEAD')
  } catch {
    response.destroy()
  } finally {
    if (!message.complete) message.resume()
  }
}
