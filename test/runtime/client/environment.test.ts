import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { machine } from '../../../src/runtime/src/client/environment.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a sleep ends in time and leaves nothing behind', async () => {
  const { signal } = new AbortController()
  const remove = vi.spyOn(signal, 'removeEventListener')
  const sleeping = machine.sleep(1000, signal)
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(1000)
  await sleeping
  expect(remove).toHaveBeenCalledOnce()
})

test('a sleep ends with the signal, and its timer with it', async () => {
  const controller = new AbortController()
  const sleeping = machine.sleep(1000, controller.signal)
  controller.abort(new RangeError('stop'))
  await expect(sleeping).rejects.toThrow('stop')
  await expect(machine.sleep(1, controller.signal)).rejects.toThrow('stop')
  expect(vi.getTimerCount()).toBe(0)
})

test('a sleep beyond 31 bits does not end at once', async () => {
  let isOver = false
  const { signal } = new AbortController()
  void machine.sleep(2 ** 40, signal).then(() => {
    isOver = true
  })
  await vi.advanceTimersByTimeAsync(2 ** 31 - 2)
  expect(isOver).toBe(false)
})
