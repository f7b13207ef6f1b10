import { ConfigurationError } from '../error/index.js'
import type { BodyReader } from './request.js'

/**
 * A body that something in front of the adapter has read already. What it made of the bytes is no substitute: duplicate
 * names, the order of keys and numbers are lost. Reading it fails as a mistake in the setup: 500, and `onError` is told.
 */
export function consumedBody(remedy: string): BodyReader {
  const fail = (): never => {
    throw new ConfigurationError(`the body was read before the adapter saw it: ${remedy}`)
  }
  return { read: async () => fail(), stream: fail, cancel: () => undefined }
}
