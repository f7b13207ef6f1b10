import { setImmediate as settled } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createTurns } from '../../../src/catalog/judge/turns.js'

/** Who got a place, in order; each gives it back when `next` is called. */
function line(places: number, most: number) {
  const turns = createTurns(places, most)
  const served: string[] = []
  const open: (() => void)[] = []
  return {
    served,
    async ask(name: string) {
      const done = await turns.take(name)
      served.push(done ? name : `no ${name}`)
      if (done) open.push(done)
    },
    async next() {
      open.shift()?.()
      await settled()
    },
  }
}

describe('turns', () => {
  it('T118 are taken by name, so that one who asks for much waits for itself', async () => {
    const { served, ask, next } = line(1, 10)
    await ask('a1')
    for (const name of ['a', 'a', 'a', 'b', 'c', 'b']) void ask(name)
    for (let index = 0; index < 6; index++) await next()
    expect(served).toEqual(['a1', 'a', 'b', 'c', 'a', 'b', 'a'])
  })

  it('are refused to who has too many waiting, and to nobody else', async () => {
    const { served, ask, next } = line(1, 2)
    await ask('x')
    for (const name of ['a', 'a', 'a', 'b']) void ask(name)
    await next()
    await next()
    expect(served).toEqual(['x', 'no a', 'a', 'b'])
  })

  it('come back once, however often they are given back', async () => {
    const turns = createTurns(1, 2)
    const done = await turns.take('a')
    done?.()
    done?.()
    expect(await turns.take('a')).toBeTypeOf('function')
    const outcome = await Promise.race([turns.take('b'), Promise.resolve('waits')])
    expect(outcome).toBe('waits')
  })
})
