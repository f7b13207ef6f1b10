import { once } from 'node:events'
import { Agent, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import type { WireResilience } from '../../src/runtime/src/resilience/types.js'

/** Connections of the database behind the service, and how long each question takes: what there is to fight about. */
export const pool = { size: 8, milliseconds: 5 }

const cases: readonly (readonly [string, WireResilience | undefined, loud: number])[] = [
  ['alone', undefined, 0],
  ['no limits', undefined, 100],
  ['4 at the same time for each tenant', { bulkhead: 4 }, 100],
  ['8 for all, each tenant in turn', { bulkhead: 8, per: 'dependency' }, 100],
  ['50 a second for each tenant', { rateLimit: { requests: 50, per: 1000 } }, 100],
]

/** Over HTTP on the loopback; the service runs in a thread of its own. */
export async function quietBesideLoud(): Promise<readonly (readonly string[])[]> {
  const rows: string[][] = []
  for (const [name, resilience, loud] of cases) {
    const { url, stop } = await service(resilience)
    const noise = new AbortController()
    const agent = new Agent({ keepAlive: true, maxSockets: 1000 })
    const noises = Array.from({ length: loud }, () => keepAsking(url, agent, noise.signal))
    // Until the queue is what it will be.
    await pause(300)
    const times: number[] = []
    for (let count = 0; count < 200; count++) {
      const start = performance.now()
      const status = await ask(url, 'quiet', agent)
      times.push(performance.now() - start)
      if (status !== 200) throw new Error(`the quiet tenant got ${status}`)
      await pause(25)
    }
    noise.abort()
    await Promise.all(noises)
    agent.destroy()
    await stop()
    times.sort((left, right) => left - right)
    rows.push([name, at(times, 0.5), at(times, 0.99)])
  }
  return rows
}

async function service(resilience: WireResilience | undefined): Promise<{ url: string; stop(): Promise<unknown> }> {
  const worker = new Worker(new URL('./quiet-beside-loud.worker.mjs', import.meta.url), {
    workerData: { resilience, pool },
  })
  const [address] = (await once(worker, 'message')) as [AddressInfo]
  return { url: `http://127.0.0.1:${address.port}/orders/o1`, stop: () => worker.terminate() }
}

async function keepAsking(url: string, agent: Agent, signal: AbortSignal): Promise<void> {
  // Whoever is refused comes back ten times sooner than `Retry-After` says.
  while (!signal.aborted) if ((await ask(url, 'loud', agent)) !== 200) await pause(100)
}

function ask(url: string, tenant: string, agent: Agent): Promise<number> {
  const token = Buffer.from(JSON.stringify({ sub: 'ann', tenant_id: tenant })).toString('base64url')
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    }).on('error', reject)
  })
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
}
