import { describe, expect, it } from 'vitest'
import { scanUsage } from '../../../src/api/catalog/scan-usage.js'
import { tempFolder } from '../../support/temp-folder.js'

const tsconfig = JSON.stringify({
  compilerOptions: { module: 'nodenext', strict: true, skipLibCheck: true, types: [], lib: ['es2023'] },
  files: ['main.ts'],
})
const client = 'node_modules/@acme/orders-client'
const packageJson = '{"name":"@acme/orders-client","version":"1.0.0","type":"module","exports":"./dist/client.js"}'
const main = `import { createOrdersClient } from '@acme/orders-client'
export const orders = createOrdersClient({ baseUrl: 'https://orders.example' })
`

async function codesOf(files: Readonly<Record<string, string>>) {
  const { usage, diagnostics } = await scanUsage({ directory: tempFolder(files), program: '.', clients: new Map() })
  expect(usage).toBeUndefined()
  return diagnostics.map(({ code, message }) => `${code} ${message}`)
}

describe('scanUsage', () => {
  it('refuses a client of which only the declarations are there', async () => {
    const declarations = `import { type ClientOptions, type Transport } from '@tenantkit/runtime/gen1'
export interface OrdersClient { getOrder(): Promise<unknown> }
export declare function ordersOn(transport: Transport): OrdersClient
export declare function createOrdersClient(options: ClientOptions): OrdersClient
`
    const files = {
      'tsconfig.json': tsconfig,
      'main.ts': main,
      [`${client}/package.json`]: packageJson,
      [`${client}/dist/client.js`]: '',
      [`${client}/dist/client.d.ts`]: `${declarations}export * from './operations/orders.js'\n`,
      [`${client}/dist/operations/orders.js`]: '',
      [`${client}/dist/operations/orders.d.ts`]: declarations.replaceAll('OrdersClient', 'OrdersResource'),
    }
    expect(await codesOf(files)).toEqual([
      `TK5105 \`${client}/dist\` has a generated client, of which the program sees the declarations only`,
    ])
  })

  it('takes no other declarations for a client', async () => {
    const declarations = `import { type Transport } from 'nodemailer'
export declare function createOrdersClient(options: { baseUrl: string }): Transport
`
    const files = {
      'tsconfig.json': tsconfig,
      'main.ts': main,
      [`${client}/package.json`]: packageJson,
      [`${client}/dist/client.js`]: '',
      [`${client}/dist/client.d.ts`]: declarations,
    }
    expect(await codesOf(files)).toEqual([
      'TK5102 the program of `tsconfig.json` has no client that tenantkit generated',
    ])
  })

  it('says which file is not there', async () => {
    expect(await codesOf({})).toEqual([expect.stringMatching(/^TK1001 .*tsconfig\.json/)])
  })

  it('says where the program does not compile', async () => {
    const files = { 'tsconfig.json': tsconfig, 'main.ts': 'export const a: string = 1\n' }
    expect(await codesOf(files)).toEqual([expect.stringMatching(/^TK5101 .*\(1 errors?\): Type 'number'/)])
  })
})
