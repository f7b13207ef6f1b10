import type { IncomingMessage, ServerResponse } from 'node:http'
import { type GovernedServer, isPending, type ResponseLike } from '../server/index.js'
import { NodeRequest } from './node-request.js'
import { isStream, sendResponse } from './send-response.js'

/**
 * Serves one exchange of node:http, from the unread request to the last byte. Never throws.
 *
 * @param target path and query as the contract has them, where a framework has a prefix before them.
 */
export function answer(
  server: GovernedServer,
  message: IncomingMessage,
  response: ServerResponse,
  target = message.url ?? '/',
): void {
  try {
    const made = server.handle(new NodeRequest(message, response, target))
    if (isPending(made)) {
      made.then(
        (each) => send(each, message, response),
        () => breakOff(message, response),
      )
    } else send(made, message, response)
  } catch {
    // A server of the generator does neither; what wraps one may do both.
    breakOff(message, response)
  }
}

function send(made: ResponseLike, message: IncomingMessage, response: ServerResponse): void {
  try {
    // What was not read is not worth reading. Of a stream that breaks off, `Connection: close` would make callers believe
    // that it is complete (fetch of Node does), so that its connection is kept.
    if (!message.complete && !isStream(made.body)) response.shouldKeepAlive = false
    const sending = sendResponse(made, response, message.method === 'HEAD')
    if (sending)
      void sending.then(
        () => drop(message),
        () => breakOff(message, response),
      )
    else drop(message)
  } catch {
    breakOff(message, response)
  }
}

function breakOff(message: IncomingMessage, response: ServerResponse): void {
  response.destroy()
  drop(message)
}

/** Unread bytes would keep the next request of the connection from being read. */
function drop(message: IncomingMessage): void {
  if (!message.complete) message.resume()
}
