import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GovernedServer } from '../server/index.js'
import { requestOf } from './request-of.js'
import { isStream, sendResponse } from './send-response.js'

/**
 * Serves one exchange of node:http, from the unread request to the last byte. Never rejects.
 *
 * @param target path and query as the contract has them, where a framework has a prefix before them.
 */
export async function answer(
  server: GovernedServer,
  message: IncomingMessage,
  response: ServerResponse,
  target = message.url ?? '/',
): Promise<void> {
  try {
    const made = await server.handle(requestOf(message, response, target))
    // What was not read is not worth reading. Of a stream that breaks off, `Connection: close` would make callers believe
    // that it is complete (fetch of Node does), so that its connection is kept.
    if (!message.complete && !isStream(made.body)) response.shouldKeepAlive = false
    await sendResponse(made, response, message.method === 'HEAD')
  } catch {
    response.destroy()
  } finally {
    if (!message.complete) message.resume()
  }
}
