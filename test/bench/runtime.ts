/**
 * What does a request cost a governed server, beside servers that govern nothing? CPU time of the server's process for
 * each request, over keep-alive connections; all sides run at the same time and take turns, medians and minima of the
 * rounds are printed. The caller never sleeps, so that no server pays for waking it. The yardstick: `GET` at most 1.1 and
 * `POST` at most 1.25 of bare node:http. Bare means that nobody is asked who they are and nothing is checked; so there is a
 * side, too, that checks by hand what the governed server checks, and is the base of a column of its own.
 *
 *   npm run bench:runtime -- [rounds] [requests a round] [sides, by comma]
 */
import { type ChildProcess, fork } from 'node:child_process'
import { loadavg } from 'node:os'
import { resolve } from 'node:path'
import { SignJWT } from 'jose'
import { generated } from '../e2e/support/generated.js'
import { median } from '../tools/measure.js'
import { contract, order } from './runtime/contract.js'
import { send } from './runtime/load.js'
import { keyed, secret, sides } from './runtime/sides.js'

const rounds = Number(process.argv[2] ?? 9)
const requests = Number(process.argv[3] ?? 2000)
const connections = 16

const token = await new SignJWT({ tenant_id: 'acme' })
  .setProtectedHeader({ alg: 'HS256' })
  .setIssuer('bench')
  .setAudience('bench')
  .setSubject('ann')
  .setExpirationTime('1h')
  .sign(secret)
const body = JSON.stringify(order)

interface Side {
  readonly name: string
  readonly child: ChildProcess
  readonly port: number
}

const loads = {
  GET: ['GET', '/orders/o-1'],
  POST: ['POST', '/orders'],
  'POST with a key': ['POST', '/keyed-orders'],
} as const
type Load = keyof typeof loads

let key = 0
const folder = await generated('bench', contract)
const wanted = process.argv[4]?.split(',')
const started = await Promise.all(
  Object.keys(sides)
    .filter((name) => !wanted || wanted.includes(name))
    .map(start),
)
const results = new Map<string, Record<Load, number[]>>()
for (let round = -1; round < rounds; round++) {
  for (const side of started) {
    for (const load of Object.keys(loads) as Load[]) {
      // Only contracts know keys.
      if ((load === 'POST with a key') !== (side.name === keyed)) continue
      const used = await microseconds(side, loads[load])
      // The first round warms up.
      if (round < 0) continue
      const known = results.get(side.name) ?? { GET: [], POST: [], 'POST with a key': [] }
      known[load].push(used)
      results.set(side.name, known)
    }
  }
}
console.log(`node ${process.version}, ${rounds} rounds of ${requests} requests, load ${loadavg()[0]!.toFixed(1)}\n`)
console.log('| | GET µs | of bare | by hand | POST µs | of bare | by hand | RSS MB |')
console.log('|---|---:|---:|---:|---:|---:|---:|---:|')
const bare = results.get('bare node:http')!
const hand = results.get('the same checks by hand')!
for (const side of started) {
  const own = results.get(side.name)!
  const { memory } = await usage(side)
  const get = side.name === keyed ? ' | | ' : cells(own, 'GET', 'GET')
  const post = cells(own, side.name === keyed ? 'POST with a key' : 'POST', 'POST')
  console.log(`| ${side.name} | ${get} | ${post} | ${memory.toFixed(0)} |`)
}
for (const { child } of started) child.disconnect()

function cells(of: Record<Load, number[]>, load: Load, base: Load): string {
  const own = of[load]
  return `${median(own).toFixed(0)} (${Math.min(...own).toFixed(0)}) | ${ratio(own, bare[base])} | ${ratio(own, hand[base])}`
}

/** The median of each round's, since what else the machine does hits all sides of a round. */
function ratio(own: readonly number[], base: readonly number[]): string {
  return median(own.map((used, round) => used / base[round]!)).toFixed(2)
}

function start(name: string): Promise<Side> {
  const child = fork(resolve(import.meta.dirname, 'runtime/side.ts'), [name, folder], { execArgv: ['--import', 'tsx'] })
  return new Promise((started, failed) => {
    child.once('message', ({ port }: { readonly port: number }) => started({ name, child, port }))
    child.once('exit', (code) => failed(new Error(`${name} ended with ${code}`)))
  })
}

function usage({ child }: Side): Promise<{ readonly cpu: number; readonly memory: number }> {
  return new Promise((told) => {
    child.once('message', told)
    child.send('usage')
  })
}

/** CPU time of the server for one request. */
async function microseconds(side: Side, [method, path]: (typeof loads)[Load]): Promise<number> {
  const before = await usage(side)
  await send({ port: side.port, requests, connections, text: () => textOf(method, path) })
  return (((await usage(side)).cpu - before.cpu) / requests) * 1e6
}

function textOf(method: string, path: string): string {
  const head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n`
  if (method === 'GET') return `${head}\r\n`
  const keyed = path === '/keyed-orders' ? `idempotency-key: key-of-the-bench-${key++}\r\n` : ''
  return `${head}${keyed}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}
