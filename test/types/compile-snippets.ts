import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const repository = resolve(import.meta.dirname, '../..')
const compiler = join(repository, 'node_modules/typescript-7/bin/tsc')

/** Codes of the errors that each snippet gives (`TS2345`), by its place in the list; all are compiled at once. */
export async function compileSnippets(snippets: readonly string[]): Promise<readonly (readonly string[])[]> {
  const folder = join(repository, '.tmp/types')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  snippets.forEach((text, index) =>
    writeFileSync(join(folder, `snippet-${index}.ts`), `${preamble}\n${text}\nexport {}\n`),
  )
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', folder], {
    cwd: folder,
    maxBuffer: 1e8,
  }).catch((failure: unknown) => failure as { stdout: string })
  const found = snippets.map((): string[] => [])
  for (const line of stdout.split('\n')) {
    const [, file = '', code = ''] = /^(.+?)\(\d+,\d+\): error (TS\d+)/.exec(line) ?? []
    const [, index] = /^snippet-(\d+)\.ts$/.exec(file) ?? []
    // Sources of the runtime take part, but are checked by their own project.
    if (code !== '' && index === undefined && !file.includes('src/runtime/')) throw new Error(line)
    if (index !== undefined) found[Number(index)]?.push(code)
  }
  return found
}

const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
  types: ['node'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  noEmit: true,
  skipLibCheck: true,
  paths: {
    '#orders/*': ['../../test/samples/orders/_expected/*'],
    '#exchange/*': ['../../test/samples/exchange/_expected/*'],
    '#tenants/*': ['../../test/samples/tenants/_expected/*'],
    '#bodies/*': ['../../test/samples/bodies/_expected/*'],
    '@tenantkit/runtime': ['../../src/runtime/src/index.ts'],
    '@tenantkit/runtime/*': ['../../src/runtime/src/*/index.ts'],
  },
}

/** What every snippet can use. */
const preamble = `import { type Authenticate, type IdempotencyStore, unwrap } from '@tenantkit/runtime'
import { createOrdersClient, type OrdersClient } from '#orders/client.js'
import { createOrdersServer, type OrdersHandlers } from '#orders/server.js'
import type { Order } from '#orders/types/order.js'
import type { NewOrder } from '#orders/types/new-order.js'
import { createExchangeClient, type ExchangeClient } from '#exchange/client.js'
import type { ExchangeHandlers } from '#exchange/server.js'
import type { TenantsClient } from '#tenants/client.js'
import type { TenantsHandlers } from '#tenants/server.js'
import { createBodiesClient } from '#bodies/client.js'
declare const orders: OrdersClient
declare const exchange: ExchangeClient
declare const tenants: TenantsClient
declare const handlers: OrdersHandlers
declare const authenticate: Authenticate
declare const idempotency: IdempotencyStore
declare const order: Order
declare const newOrder: NewOrder`
