/**
 * Does memory grow with tenants that nobody has verified? A million requests, each naming another one by host, header, query
 * and idempotency key; the heap after each hundred thousand, garbage collected.
 *
 *   npm run bench:strangers [requests]
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sendStrangers, watchedServer } from '../runtime/support/strangers.js'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const total = Number(process.argv[2] ?? 1_000_000)
const step = Math.ceil(total / 10)

const megabytes = (): string => {
  collect()
  const { heapUsed, rss } = process.memoryUsage()
  return `${(heapUsed / 1e6).toFixed(2)} MB of heap, ${(rss / 1e6).toFixed(0)} MB in all`
}

const { server, asked } = watchedServer()
await sendStrangers(server, 1000)
console.log(`before: ${megabytes()}`)
const start = process.cpuUsage()
for (let sent = step; sent <= total; sent += step) {
  await sendStrangers(server, step)
  console.log(`${sent.toLocaleString('en')} tenants: ${megabytes()}`)
}
const { user, system } = process.cpuUsage(start)
console.log(`${((user + system) / total).toFixed(1)} µs of CPU a request; state was kept for ${[...asked].join(', ')}`)
