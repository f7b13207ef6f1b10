import { describe, expect, it, vi } from 'vitest'
import { watchStream } from '../../../src/runtime/src/server/answer-stream.js'
import type { ResponseLike } from '../../../src/runtime/src/server/index.js'
import { type ManualClock, manualClock } from '../../../src/runtime/src/testing/index.js'

type Piece = string | Uint8Array

function watching(source: AsyncIterator<Piece>): {
  readonly clock: ManualClock
  readonly answer: ResponseLike
  readonly pieces: AsyncIterator<Piece>
  readonly onStall: ReturnType<typeof vi.fn<() => void>>
  readonly onEnd: ReturnType<typeof vi.fn<() => void>>
} {
  const clock = manualClock()
  const onStall = vi.fn<() => void>()
  const onEnd = vi.fn<() => void>()
  const body = { [Symbol.asyncIterator]: () => source }
  const given = { status: 200, headers: [], body }
  const answer = watchStream(given, { clock, stallTime: 1000, patience: 500, onStall, onEnd, onRefusal: vi.fn() })
  return { clock, answer, pieces: (answer.body as AsyncIterable<Piece>)[Symbol.asyncIterator](), onStall, onEnd }
}
async function* letters(text: string): AsyncGenerator<Piece> {
  yield* text
}
const tick = (): Promise<unknown> => new Promise(setImmediate)

describe('watchStream', () => {
  it('leaves what is no stream alone', () => {
    const plain = { status: 200, headers: [], body: 'text' }
    const watch = {
      clock: manualClock(),
      stallTime: 1,
      patience: 1,
      onStall: vi.fn(),
      onEnd: vi.fn(),
      onRefusal: vi.fn(),
    }
    expect(watchStream(plain, watch)).toBe(plain)
  })

  it('gives a slow reader its time for each piece', async () => {
    const { clock, pieces, onStall, onEnd } = watching(letters('abc'))
    const read: unknown[] = []
    for (let count = 0; count < 4; count += 1) {
      clock.advance(999)
      read.push((await pieces.next()).value)
    }
    expect(read).toEqual(['a', 'b', 'c', undefined])
    clock.advance(10_000)
    expect([onStall, onEnd].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
  })

  it('breaks off a reader that takes longer, between pieces and before the first', async () => {
    for (const before of [0, 1, 2]) {
      const closed = vi.fn()
      async function* source(): AsyncGenerator<Piece> {
        try {
          yield* 'abc'
        } finally {
          closed()
        }
      }
      const { clock, answer, pieces, onStall, onEnd } = watching(source())
      for (let count = 0; count < before; count += 1) await pieces.next()
      clock.advance(999)
      expect(answer.broken?.aborted).toBe(false)
      clock.advance(1)
      expect([answer.broken?.aborted, onStall.mock.calls.length]).toEqual([true, 1])
      await tick()
      expect([closed.mock.calls.length, onEnd.mock.calls.length]).toEqual([before > 0 ? 1 : 0, 1])
      await expect(pieces.next()).rejects.toMatchObject({ code: 'TK7226' })
    }
  })

  it('lets a source be silent for as long as it likes', async () => {
    const waiting = vi.fn(() => new Promise<IteratorResult<Piece>>(() => undefined))
    const { clock, pieces, onStall } = watching({ next: waiting })
    void pieces.next()
    clock.advance(86_400_000)
    expect(onStall).not.toHaveBeenCalled()
  })

  it('counts the time from a piece on, not from the ask', async () => {
    let give = (_: IteratorResult<Piece>): void => undefined
    const { clock, pieces, onStall } = watching({ next: () => new Promise((resolve) => (give = resolve)) })
    const first = pieces.next()
    clock.advance(5500)
    give({ done: false, value: 'a' })
    await first
    clock.advance(999)
    expect(onStall).not.toHaveBeenCalled()
    clock.advance(1)
    expect(onStall).toHaveBeenCalledTimes(1)
  })

  it('waits for a source that is still at work when nobody wants it any more, but not for ever', async () => {
    const { clock, pieces, onEnd } = watching({
      next: () => new Promise(() => undefined),
      return: () => new Promise(() => undefined),
    })
    void pieces.next()
    void pieces.return?.()
    await tick()
    expect(onEnd).not.toHaveBeenCalled()
    clock.advance(500)
    await tick()
    expect(onEnd).toHaveBeenCalledTimes(1)
  })

  it('ends once, when a source fails and when it is closed twice', async () => {
    const failing = watching({ next: () => Promise.reject(new Error('broken')) })
    await expect(failing.pieces.next()).rejects.toThrow('broken')
    await failing.pieces.return?.()
    const closing = watching({
      next: () => Promise.resolve({ done: false, value: 'a' }),
      return: () => Promise.reject(new Error('cannot close')),
    })
    await closing.pieces.return?.()
    await closing.pieces.return?.()
    expect([failing, closing].map(({ onEnd }) => onEnd.mock.calls.length)).toEqual([1, 1])
  })

  it('hands large pieces over in small ones, byte for byte', async () => {
    const text = 'größe€'.repeat(40_000)
    const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => at % 256)
    async function* source(): AsyncGenerator<Piece> {
      yield text
      yield bytes
      yield ''
      yield 'small'
    }
    const { answer } = watching(source())
    const all: Buffer[] = []
    for await (const piece of answer.body as AsyncIterable<Piece>) {
      expect(piece.length).toBeLessThanOrEqual(65_536)
      all.push(Buffer.from(piece))
    }
    expect(Buffer.concat(all).equals(Buffer.concat([Buffer.from(text), bytes, Buffer.from('small')]))).toBe(true)
  })
})
