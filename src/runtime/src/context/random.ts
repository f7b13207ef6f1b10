import { randomFillSync } from 'node:crypto'

/** Where ids and nonces come from; tests pass a seeded one. */
export interface Random {
  bytes(length: number): Uint8Array
}

const pool = new Uint8Array(4096)
let used = pool.length

/** Cryptographically strong. Drawn from a pool, because one system call per id costs more than the id. */
export const systemRandom: Random = {
  bytes(length) {
    if (length > pool.length) return randomFillSync(new Uint8Array(length))
    if (used + length > pool.length) {
      randomFillSync(pool)
      used = 0
    }
    const drawn = pool.slice(used, used + length)
    pool.fill(0, used, used + length)
    used += length
    return drawn
  },
}

/** `length` random bytes as lower-case hex. */
export function randomHex(random: Random, length: number): string {
  const { buffer, byteOffset } = random.bytes(length)
  return Buffer.from(buffer, byteOffset, length).toString('hex')
}
