import { parentPort, workerData } from 'node:worker_threads'
import { createServer } from '../../src/runtime/src/gen1/server/index.js'
import { listen } from '../../src/runtime/src/node/index.js'
import type { WireResilience } from '../../src/runtime/src/resilience/types.js'
import { believing, orderOf } from '../runtime/support/app.js'
import { contract } from '../runtime/support/contract.js'

const { resilience, pool } = workerData as {
  readonly resilience: WireResilience | undefined
  readonly pool: { readonly size: number; readonly milliseconds: number }
}

let free = pool.size
const waiting: (() => void)[] = []

/** A database that answers one after the other, whoever asks. */
async function query(): Promise<void> {
  if (free > 0) free -= 1
  else await new Promise<void>((resolve) => void waiting.push(resolve))
  await new Promise((resolve) => setTimeout(resolve, pool.milliseconds))
  const next = waiting.shift()
  if (next) next()
  else free += 1
}

const operations = contract.operations
  .filter(({ id }) => id === 'getOrder')
  .map((operation) => ({ ...operation, ...(resilience && { resilience }) }))
const server = createServer(
  { ...contract, operations },
  {
    handlers: {
      async getOrder({ tenant }: { readonly tenant: { readonly id: string } }) {
        await query()
        return { status: 200, body: orderOf(tenant.id) }
      },
    },
    authenticate: believing,
  },
)
const { url } = await listen(server)
parentPort?.postMessage({ port: Number(new URL(url).port) })
