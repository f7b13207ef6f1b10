import { ConfigurationError } from '../error/index.js'
import { withinBodyTime } from './body-time.js'
import type { RoutedCall } from './call.js'
import { isPending, type Ready } from './ready.js'
import { type Refusal, refuse } from './refusal.js'
import type { BodyReader } from './request.js'

/** What `next` makes of the whole body; 413 when it is longer than `limit` bytes, 408 when it takes too long. */
export function readBody<T>(
  call: RoutedCall,
  body: Uint8Array<ArrayBuffer> | BodyReader,
  limit: number,
  next: (bytes: Uint8Array<ArrayBuffer>) => T,
): Ready<T | Refusal> {
  if (announcedLength(call) > limit) return refuse('TK7213')
  if (body instanceof Uint8Array) return body.length > limit ? refuse('TK7213') : next(body)
  const reading = body.read(limit)
  if (isPending(reading)) return readInTime(call, body, reading, next)
  return reading === 'too-large' ? refuse('TK7213') : next(reading)
}

function readInTime<T>(
  call: RoutedCall,
  body: BodyReader,
  reading: Promise<Uint8Array<ArrayBuffer> | 'too-large'>,
  next: (bytes: Uint8Array<ArrayBuffer>) => T,
): Promise<T | Refusal> {
  return withinBodyTime(call, reading).then(
    (bytes) => {
      if (bytes === 'too-slow') body.cancel?.()
      return bytes === 'too-slow' ? refuse('TK7221') : bytes === 'too-large' ? refuse('TK7213') : next(bytes)
    },
    (error: unknown) => {
      if (error instanceof ConfigurationError) throw error
      // The caller broke off: nobody will read this.
      return refuse('TK7214')
    },
  )
}

function announcedLength(call: RoutedCall): number {
  const length = call.headers.all('content-length')[0]
  return length !== undefined && /^\d+$/.test(length) ? Number(length) : 0
}
