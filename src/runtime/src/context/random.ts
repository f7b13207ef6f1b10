import { randomFillSync } from 'node:crypto'

/** Where ids and nonces come from; tests pass a seeded one. */
export interface Random {
  bytes(length: number): Uint8Array
}

const pool = new Uint8Array(4096)
/** The same bytes. */
const inHex = Buffer.from(pool.buffer)
let used = pool.length

/** Cryptographically strong. Drawn from a pool, because one system call per id costs more than the id. */
export const systemRandom: Random = {
  bytes(length) {
    if (length > pool.length) return randomFillSync(new Uint8Array(length))
    return drawn(length, (from, to) => pool.slice(from, to))
  },
}

/** What `read` makes of so many bytes of the pool, which nobody else gets. */
function drawn<T>(length: number, read: (from: number, to: number) => T): T {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const from = used
  used += length
  const result = read(from, used)
  pool.fill(0, from, used)
  return result
}

/** `length` random bytes as lower-case hex. */
export function randomHex(random: Random, length: number): string {
  if (random === systemRandom && length <= pool.length)
    return drawn(length, (from, to) => inHex.toString('hex', from, to))
  const { buffer, byteOffset } = random.bytes(length)
  return Buffer.from(buffer, byteOffset, length).toString('hex')
}

/** As many as are written at once: what keeps one of them keeps the text of them all. */
const idsAtOnce = 16

/** Makes ids of `length` bytes as lower-case hex, for what is no secret. */
export function hexIds(random: Random, length: number): () => string {
  // A source of tests gives the next id its next bytes, and no more.
  if (random !== systemRandom) return () => randomHex(random, length)
  let text = ''
  let at = 0
  return () => {
    if (at === text.length) {
      text = randomHex(random, length * idsAtOnce)
      at = 0
    }
    const from = at
    at += 2 * length
    return text.slice(from, at)
  }
}
