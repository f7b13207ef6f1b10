import { expect, it } from 'vitest'
import { memoryIdempotency } from '../../../src/runtime/src/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { describeIdempotencyStore, type StoreUnderTest } from './store-contract.js'
import { describeStoreModel } from './store-model.js'

const opened = (): StoreUnderTest => {
  const clock = manualClock()
  return {
    store: memoryIdempotency({ clock }),
    withLimits: (limits) => memoryIdempotency({ clock, ...limits }),
    advance: (milliseconds) => clock.advance(milliseconds),
  }
}
describeIdempotencyStore('memory', opened)
describeStoreModel('memory', opened, 1000)

it.each([0, -1, 1.5, Number.NaN])('refuses the limit %d', (limit) => {
  expect(() => memoryIdempotency({ capPerTenant: limit })).toThrow('TK7002')
})
