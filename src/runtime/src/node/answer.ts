import type { IncomingMessage, ServerResponse } from 'node:http'
import { type GovernedServer, isPending, type ResponseLike } from '../server/index.js'
import { isLingering } from './linger.js'
import { NodeRequest, type NodeRequestOptions } from './node-request.js'
import { isStream, sendResponse } from './send-response.js'

const asItIs: NodeRequestOptions = {}

/** Serves one exchange of node:http, from the unread request to the last byte. Never throws. */
export function answer(
  server: GovernedServer,
  message: IncomingMessage,
  response: ServerResponse,
  options = asItIs,
): void {
  // It has had its last answer, and sends another request all the same.
  if (isLingering(message.socket)) {
    message.socket.destroy()
    return
  }
  const request = new NodeRequest(message, response, options)
  // Most bodies come with their headers: when what has come is read, they are there, and nothing has to be waited for.
  if (request.isUnread) process.nextTick(serve, server, request, response)
  else serve(server, request, response)
}

function serve(server: GovernedServer, request: NodeRequest, response: ServerResponse): void {
  try {
    const made = server.handle(request)
    if (isPending(made)) {
      made.then(
        (each) => send(each, request, response),
        () => breakOff(request, response),
      )
    } else send(made, request, response)
  } catch {
    // A server of the generator does neither; what wraps one may do both.
    breakOff(request, response)
  }
}

function send(made: ResponseLike, request: NodeRequest, response: ServerResponse): void {
  try {
    // What was not read is not worth reading. Of a stream that breaks off, `Connection: close` would make callers believe
    // that it is complete (fetch of Node does), so that its connection is kept.
    if (request.isUnread && !isStream(made.body)) {
      response.shouldKeepAlive = false
      request.linger()
    }
    const sending = sendResponse(made, response, request.method === 'HEAD')
    if (sending) {
      sending.then(
        () => request.drop(),
        () => breakOff(request, response),
      )
    } else request.drop()
  } catch {
    breakOff(request, response)
  }
}

function breakOff(request: NodeRequest, response: ServerResponse): void {
  response.destroy()
  request.drop()
}
