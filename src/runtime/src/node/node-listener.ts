import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GovernedServer } from '../server/index.js'
import { answer } from './answer.js'

/** A request listener for node:http and everything that takes one. */
export function nodeListener(server: GovernedServer): (message: IncomingMessage, response: ServerResponse) => void {
  return (message, response) => {
    answer(server, message, response)
  }
}
