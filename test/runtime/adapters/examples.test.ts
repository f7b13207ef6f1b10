import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { afterEach, expect, it } from 'vitest'

/** The examples of docs/adapters.md, run as they stand there: each listens, answers, and ends when it is told to. */

const root = resolve(import.meta.dirname, '../../..')
const page = readFileSync(resolve(root, 'docs/adapters.md'), 'utf8')
const examples = new Map(
  [...page.matchAll(/```ts\n\/\/ ([\w-]+)\.ts\n(.*?)```/gs)].map(([, name = '', text = '']) => [name, text]),
)
const folder = resolve(root, 'node_modules/.cache/examples')
mkdirSync(folder, { recursive: true })

/** Names as users have them, to where things are here. */
const here: Plugin = {
  name: 'here',
  setup(plugins) {
    plugins.onResolve({ filter: /^@tenantkit\/runtime/ }, ({ path }) => ({
      path: resolve(root, `${path.replace('@tenantkit/runtime', 'src/runtime/src')}/index.ts`),
    }))
    plugins.onResolve({ filter: /^\.\/generated\/orders\/server\.js$/ }, () => ({
      path: resolve(root, 'test/samples/orders/_expected/server.ts'),
    }))
    plugins.onResolve({ filter: /^\.\/(server|handlers)\.js$/ }, ({ path }) => ({ path, namespace: 'page' }))
    plugins.onLoad({ filter: /server/, namespace: 'page' }, () => ({
      contents: examples.get('server') ?? '',
      loader: 'ts',
      resolveDir: root,
    }))
    plugins.onLoad({ filter: /handlers/, namespace: 'page' }, () => ({
      contents:
        'export const handlers = new Proxy({}, { get: () => () => ({ status: 200, body: { state: "up", version: "2" } }) })',
    }))
  },
}

async function built(name: string): Promise<string> {
  const outfile = resolve(folder, `${name}.mjs`)
  await build({
    stdin: { contents: examples.get(name) ?? '', loader: 'ts', resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['fastify', 'hono', 'express', '@hono/node-server', 'jose'],
    plugins: [here],
    logLevel: 'silent',
  })
  return outfile
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

it.each([
  ['node', 404],
  ['fastify', 200],
  ['hono', 200],
  ['express', 200],
])('docs/adapters.md: %s', async (name, hello) => {
  const port = await freePort()
  const child = spawn(process.execPath, [await built(name)], { env: { ...process.env, PORT: String(port) } })
  children.push(child)
  let output = ''
  await new Promise<void>((started, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        output += text.toString()
        if (output.includes('listening')) started()
      })
    }
    child.once('exit', () => failed(new Error(output)))
  })
  const statusOf = async (path: string): Promise<number> => {
    const response = await fetch(`http://localhost:${port}${path}`, { headers: { connection: 'close' } })
    await response.text()
    return response.status
  }
  expect([await statusOf('/status'), await statusOf('/orders'), await statusOf('/hello')]).toEqual([200, 401, hello])
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await exit).toEqual([0, null])
})

it('docs/adapters.md: fetch', async () => {
  const example = (await import(await built('fetch'))) as {
    default: { fetch: (request: Request) => Promise<Response> }
  }
  expect((await example.default.fetch(new Request('http://orders.test/status'))).status).toBe(200)
})

it('docs/adapters.md: tickets can be built', async () => {
  await expect(built('tickets')).resolves.toContain('tickets.mjs')
})
