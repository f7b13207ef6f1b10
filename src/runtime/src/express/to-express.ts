import type { IncomingMessage, ServerResponse } from 'node:http'
import { answer } from '../node/answer.js'
import type { GovernedServer } from '../server/index.js'

/** A handler as Express 5 and 4, Connect and their kin take it; they pass node:http's own objects with more on them. */
export type ExpressHandler = (message: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * The server as a handler of Express: `app.use(toExpress(server))`. What the contract has no path for goes on to the
 * application's other routes. Below `app.use('/api', …)` the contract's paths are those after the prefix, as Express has
 * it.
 *
 * Put it before `express.json()` and other parsers: it needs the bytes as they came. A body that a parser has read is
 * answered with 500, and `onError` is told why; where the parser must stay in front, its `verify` hook can keep the bytes
 * as `rawBody`.
 */
export function toExpress(server: GovernedServer): ExpressHandler {
  return (message, response, next) => {
    // Express cuts a prefix off `url`; `query` and `body` are not looked at, `method` is as the middleware before left it.
    if (server.serves(message.url ?? '/')) answer(server, message, response)
    else next()
  }
}
