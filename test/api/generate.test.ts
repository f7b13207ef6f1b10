import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GenerateOptions, type GenerateResult, generate } from '../../src/api/generate.js'
import type { ContractConfig } from '../../src/config/index.js'

let root: string
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'tenantkit-generate-')))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const orders = `openapi: 3.1.0
info: {title: Orders, version: 1.0.0}
x-tenant-scope: tenant
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        '200':
          description: Fine
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Order'}}
            application/xml:
              schema: {type: array, items: {$ref: '#/components/schemas/Order'}}
components:
  schemas:
    Order: {type: object, properties: {id: {type: string, x-data-classification: public}}}
`

function write(path: string, text: string): string {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
  return join(root, path)
}

function run(contract: Partial<ContractConfig> = {}, options: Partial<GenerateOptions> = {}): Promise<GenerateResult> {
  const contracts = [
    {
      reference: join(root, 'orders.yaml'),
      out: join(root, 'out'),
      targets: ['client'] as const,
      overlays: [],
      ...contract,
    },
  ]
  let time = 0
  return generate({ contracts, directory: root, validation: 'never', now: () => (time += 10), ...options })
}

function said({ diagnostics }: GenerateResult): readonly string[] {
  return diagnostics.map(({ code, span }) => `${code} ${span ? `${span.file}:${span.line}:${span.column}` : ''}`.trim())
}

function tree(): readonly string[] {
  return readdirSync(join(root, 'out'), { recursive: true }).map(String).sort()
}

describe('generate', () => {
  it('writes the output and says what it did', async () => {
    write('orders.yaml', orders)
    const result = await run({}, { verify: true })
    expect({
      ...result,
      files: result.files.map(({ path, status }) => `${status} ${path}`),
      diagnostics: said(result),
    }).toEqual({
      schemaVersion: 1,
      out: 'out',
      files: ['written client.ts', 'written operations/orders.ts', 'written types/order.ts'],
      contracts: [
        {
          source: 'orders.yaml',
          out: 'out',
          targets: ['client'],
          status: 'generated',
          title: 'Orders',
          version: '1.0.0',
          operations: 1,
          schemas: 1,
        },
      ],
      diagnostics: ['TK4005 orders.yaml:14:13'],
      stale: true,
      ms: 10,
    })
    expect(tree()).toEqual([
      '.tenantkit-manifest.json',
      'client.ts',
      'operations',
      'operations/orders.ts',
      'types',
      'types/order.ts',
    ])
  })

  it('loads nothing when nothing has changed, and repeats what it said', async () => {
    write('orders.yaml', orders)
    const first = await run()
    const second = await run()
    expect(second.contracts[0]?.status).toBe('current')
    expect(second.stale).toBe(false)
    expect(second.diagnostics).toEqual(first.diagnostics)
    expect(second.files).toEqual(first.files.map((file) => ({ ...file, status: 'unchanged' })))
  })

  it('knows a contract with a byte order mark again', async () => {
    write('orders.yaml', `\ufeff${orders}`)
    expect((await run()).contracts[0]?.status).toBe('generated')
    expect((await run()).contracts[0]?.status).toBe('current')
  })

  it('generates again when the contract, its references, its overlays, the options or the output change', async () => {
    write('orders.yaml', orders.replace("{$ref: '#/components/schemas/Order'}", '{$ref: order.yaml}'))
    write('order.yaml', 'type: object\n')
    const overlay = write(
      'over/lay.yaml',
      'overlay: 1.0.0\ninfo: {title: O, version: 1.0.0}\nactions: [{target: $.info, update: {title: Orders}}]\n',
    )
    const contract = { overlays: [overlay] }
    const status = async (more: Partial<ContractConfig> = {}): Promise<string | undefined> =>
      (await run({ ...contract, ...more })).contracts[0]?.status
    expect([await status(), await status()]).toEqual(['generated', 'current'])
    write('order.yaml', 'type: string\n')
    expect([await status(), await status()]).toEqual(['generated', 'current'])
    write('over/lay.yaml', readFileSync(overlay, 'utf8').replace('{title: Orders}', '{title: Other}'))
    expect([await status(), await status()]).toEqual(['generated', 'current'])
    expect([await status({ name: 'shop' }), await status({ name: 'shop' })]).toEqual(['generated', 'current'])
    writeFileSync(join(root, 'out/client.ts'), 'edited')
    expect([await status({ name: 'shop' }), await status({ name: 'shop' })]).toEqual(['generated', 'current'])
    expect(readFileSync(join(root, 'out/client.ts'), 'utf8')).toContain('createShopClient')
  })

  it('means the same from another directory', async () => {
    write('orders.yaml', orders)
    await run()
    const elsewhere = await run({}, { directory: join(root, 'out') })
    expect(elsewhere.contracts[0]?.status).toBe('current')
    expect(elsewhere.diagnostics[0]?.span?.file).toBe(join(root, 'orders.yaml'))
  })

  it('writes nothing under check and says whether the output is stale', async () => {
    write('orders.yaml', orders)
    expect((await run({}, { check: true })).stale).toBe(true)
    expect(existsSync(join(root, 'out'))).toBe(false)
    await run()
    expect((await run({}, { check: true })).stale).toBe(false)
    write('orders.yaml', orders.replace('type: string', 'type: integer'))
    const checked = await run({}, { check: true })
    expect(checked.files.filter(({ status }) => status === 'written').map(({ path }) => path)).toEqual([
      'types/order.ts',
    ])
    expect(readFileSync(join(root, 'out/types/order.ts'), 'utf8')).toContain('id?: string')
  })

  it('leaves the output alone when the contract cannot be read', async () => {
    write('orders.yaml', orders)
    await run()
    const before = tree()
    for (const [text, expected] of [
      ['', 'TK'],
      ['a: [', 'TK'],
      [orders.replace('x-tenant-scope: tenant\n', ''), 'TK1301 orders.yaml:'],
      [orders.replace("'#/components/schemas/Order'", "'#/nowhere'"), 'TK'],
    ] as const) {
      write('orders.yaml', text)
      const result = await run()
      expect(said(result).join('\n')).toContain(expected)
      expect([result.contracts[0]?.status, result.files, tree()]).toEqual(['failed', [], before])
    }
  })

  it('needs no scope for types alone', async () => {
    write('orders.yaml', orders.replace('x-tenant-scope: tenant\n', ''))
    expect((await run({ targets: ['types'] })).contracts[0]?.status).toBe('generated')
    expect(tree()).toEqual(['.tenantkit-manifest.json', 'types', 'types/order.ts'])
  })

  it('says which targets have no output', async () => {
    write(
      'orders.yaml',
      'openapi: 3.1.0\ninfo: {title: A, version: 1.0.0}\ncomponents: {schemas: {A: {type: string, x-data-classification: public}}}\n',
    )
    const result = await run({ targets: ['types', 'client', 'events'] })
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      'the target `client` has no output: the contract has no operations on paths',
      'the target `events` has no output: handlers and publishers of events are not generated',
    ])
    expect(tree()).toEqual(['.tenantkit-manifest.json', 'types', 'types/a.ts'])
  })

  it('gives the types of payloads and headers for AsyncAPI', async () => {
    write(
      'orders.yaml',
      `asyncapi: 3.0.0
info: {title: Events, version: 1.0.0}
channels:
  orders:
    address: orders
    messages:
      orderPlaced:
        summary: An order was placed.
        payload: {type: object, required: [id], properties: {id: {type: string}, state: {enum: [open, shipped]}}}
        headers: {type: object, properties: {trace: {type: string}}}
      orderGone: {payload: {$ref: '#/components/schemas/Gone'}}
components: {schemas: {Gone: {type: object, properties: {id: {type: string}}}}}
`,
    )
    const result = await run({ targets: ['types'] })
    expect(result.files.map(({ path }) => path)).toEqual([
      'types/gone.ts',
      'types/order-gone-payload.ts',
      'types/order-placed-payload.ts',
    ])
    expect(readFileSync(join(root, 'out/types/order-placed-payload.ts'), 'utf8').split('\n').slice(1).join('\n')).toBe(
      `import type { Unrecognized } from '@tenantkit/runtime/gen1'

/** An order was placed. */
export type OrderPlacedPayload = {
  readonly id: string
  readonly state?: 'open' | 'shipped' | Unrecognized
}

export type OrderPlacedHeaders = { readonly trace?: string }
`,
    )
    expect(readFileSync(join(root, 'out/types/order-gone-payload.ts'), 'utf8')).toContain(
      'export type OrderGonePayload = Gone\n',
    )
  })

  it('takes the user’s templates, and says what is wrong with them', async () => {
    write('orders.yaml', orders)
    write('templates/types.hbs', '{{header}}\n// mine\n{{imports}}{{#each declarations}}{{this}}\n{{/each}}')
    await run({}, { templates: join(root, 'templates') })
    expect(readFileSync(join(root, 'out/types/order.ts'), 'utf8')).toContain('\n// mine\n')
    expect((await run({}, { templates: join(root, 'templates') })).contracts[0]?.status).toBe('current')
    write('templates/types.hbs', '{{header}}{{nothing}}')
    const broken = await run({}, { templates: join(root, 'templates') })
    expect(broken.diagnostics.map(({ code }) => code)).toEqual(['TK4005', 'TK4009'])
    write('templates/type.hbs', '')
    expect(said(await run({}, { templates: join(root, 'templates') }))).toEqual(['TK4008'])
    expect(readFileSync(join(root, 'out/types/order.ts'), 'utf8')).toContain('\n// mine\n')
  })

  it('finds what a template adds that nobody planned', async () => {
    write('orders.yaml', orders)
    write('templates/types.hbs', '{{header}}\nCANARY()\n{{imports}}{{#each declarations}}{{this}}\n{{/each}}')
    const result = await run({}, { templates: join(root, 'templates'), verify: true })
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['TK4005', 'TK4014', 'TK4014', 'TK4014'])
    expect(existsSync(join(root, 'out'))).toBe(false)
  })

  it('writes several contracts, each into its folder', async () => {
    write('a.yaml', orders)
    write('b.yaml', orders.replace('title: Orders', 'title: Others'))
    const contracts = ['a', 'b'].map((name) => ({
      reference: join(root, `${name}.yaml`),
      out: join(root, `out/${name}`),
      targets: ['types'] as const,
      overlays: [],
    }))
    const result = await generate({ contracts, directory: root, validation: 'never' })
    expect(result.out).toBe('.')
    expect(result.files.map(({ path }) => path)).toEqual(['out/a/types/order.ts', 'out/b/types/order.ts'])
  })

  it('does not follow a link out of the output folder', async () => {
    write('orders.yaml', orders)
    mkdirSync(join(root, 'out'))
    mkdirSync(join(root, 'elsewhere'))
    symlinkSync(join(root, 'elsewhere'), join(root, 'out/types'))
    expect(said(await run())).toEqual(['TK4005 orders.yaml:14:13', 'TK4003'])
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([])
  })

  it('leaves a manifest that lies to do no more harm than a warning', async () => {
    write('orders.yaml', orders)
    await run()
    const path = join(root, 'out/.tenantkit-manifest.json')
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    const lies = [
      1,
      null,
      { code: 'TK9999', message: 'x', severity: 'error' },
      { code: 'TK4005', message: 1, severity: 'error' },
    ]
    writeFileSync(path, JSON.stringify({ ...manifest, diagnostics: lies }))
    const result = await run()
    expect([result.contracts[0]?.status, result.diagnostics]).toEqual(['current', []])
  })
})
