import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { sendStrangers, watchedServer } from '../support/strangers.js'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

it('T112 tenants that nobody has verified leave nothing behind', async () => {
  const { server, asked } = watchedServer()
  // Whatever is made once has been made.
  await sendStrangers(server, 3000)
  collect()
  const before = process.memoryUsage().heapUsed
  const statuses = await sendStrangers(server, 20_000)
  collect()
  // Names and hosts of 20,000 tenants alone would be more than two megabytes.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(1_000_000)
  expect([...statuses.keys()].sort()).toEqual([401, 403])
  expect([...asked]).toEqual(['acme'])
})
