import { once } from 'node:events'
import { Agent, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import type { WireResilience } from '../../src/runtime/src/resilience/types.js'

/** Connections of the database behind the service, and how long each question takes: what there is to fight about. */
export const pool = { size: 8, milliseconds: 5 }

/** Requests that the loud tenant keeps open; twelve times what the database takes. */
const loudness = 100
/** Turns of each case, requests of a turn, and milliseconds between two of them: half of what the database can answer. */
const turns = 4
const requests = 300
const every = 20

interface Case {
  readonly name: string
  readonly resilience?: WireResilience
  readonly loud: number
}

const cases: readonly Case[] = [
  { name: 'alone', loud: 0 },
  { name: 'no limits', loud: loudness },
  { name: '4 at the same time for each tenant', resilience: { bulkhead: 4 }, loud: loudness },
  { name: '8 for all, each tenant in turn', resilience: { bulkhead: 8, per: 'dependency' }, loud: loudness },
  {
    name: '50 a second for each tenant',
    resilience: { rateLimit: { requests: 50, per: 1000 } },
    loud: loudness,
  },
]

/**
 * Over HTTP on the loopback; the service, the loud tenant and the quiet one have a thread each, so that nobody waits for
 * another one's client. The quiet tenant asks by the clock and is timed from when it meant to ask: a request that waits
 * does not keep the next ones from being late as well. Cases take turns.
 *
 * @returns name, p50 and p99 in milliseconds, p99 over that of `alone`, answers a second that the loud tenant got and how
 *   many it was refused.
 */
export async function quietBesideLoud(): Promise<readonly (readonly string[])[]> {
  const taken = cases.map(() => ({ times: [] as number[], served: 0, refused: 0, seconds: 0 }))
  for (let turn = 0; turn < turns; turn++) {
    for (const [index, each] of cases.entries()) {
      const { times, noise, seconds } = await measure(each)
      const all = taken[index]
      all?.times.push(...times)
      Object.assign(all ?? {}, {
        served: (all?.served ?? 0) + noise.served,
        refused: (all?.refused ?? 0) + noise.refused,
        seconds: (all?.seconds ?? 0) + seconds,
      })
    }
  }
  const sorted = taken.map(({ times }) => times.toSorted((left, right) => left - right))
  const alone = at(sorted[0] ?? [], 0.99)
  return cases.map(({ name }, index) => {
    const times = sorted[index] ?? []
    const { served = 0, refused = 0, seconds = 1 } = taken[index] ?? {}
    const p99 = at(times, 0.99)
    const rates = [served, refused].map((count) => (count / seconds).toFixed(0))
    return [name, at(times, 0.5).toFixed(1), p99.toFixed(1), (p99 / alone).toFixed(2), ...rates]
  })
}

interface Measured {
  readonly times: readonly number[]
  readonly noise: { readonly served: number; readonly refused: number }
  readonly seconds: number
}

async function measure({ resilience, loud }: Case): Promise<Measured> {
  const service = thread('service', { resilience, pool })
  const [{ port }] = (await once(service, 'message')) as [AddressInfo]
  const url = `http://127.0.0.1:${port}/orders/o1`
  const noise = thread('noise', { url, loud, token: tokenOf('loud') })
  await once(noise, 'message')
  const agent = new Agent({ keepAlive: true, maxSockets: 1000 })
  // Until the queue is what it will be.
  await pause(500)
  noise.postMessage('count')
  const start = performance.now()
  const times = await byTheClock(start, () => ask(url, agent))
  const seconds = (performance.now() - start) / 1000
  noise.postMessage('stop')
  const [heard] = (await once(noise, 'message')) as [Measured['noise']]
  agent.destroy()
  await Promise.all([noise.terminate(), service.terminate()])
  return { times, noise: heard, seconds }
}

async function byTheClock(start: number, call: () => Promise<number>): Promise<number[]> {
  const calls: Promise<number>[] = []
  for (let count = 0; count < requests; count++) {
    const due = start + count * every
    const wait = due - performance.now()
    if (wait > 0) await pause(wait)
    // A timer that comes late is the bench's own delay; a request that has to wait is not.
    const meant = Math.max(due, performance.now() - 1)
    calls.push(
      call().then((status) => {
        if (status !== 200) throw new Error(`the quiet tenant got ${status}`)
        return performance.now() - meant
      }),
    )
  }
  return Promise.all(calls)
}

function thread(what: 'service' | 'noise', workerData: object): Worker {
  return new Worker(new URL('./quiet-beside-loud.worker.mjs', import.meta.url), { workerData: { what, ...workerData } })
}

function tokenOf(tenant: string): string {
  return Buffer.from(JSON.stringify({ sub: 'ann', tenant_id: tenant })).toString('base64url')
}

const quiet = { authorization: `Bearer ${tokenOf('quiet')}` }

function ask(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: quiet }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    }).on('error', reject)
  })
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
