import { describe, expect, it } from 'vitest'
import { verifyOutput } from '../../src/generate/finish/verify.js'
import { createPlan, createTemplates, type OutputFile, type Plan, renderFiles } from '../../src/generate/index.js'
import { contractOf, operationOf } from './support/contract.js'

const contract = contractOf({
  schemas: {
    Order: { type: 'object', properties: { id: { type: 'string', readOnly: true }, sku: { type: 'string' } } },
    Unused: { type: 'string' },
  },
  operations: [
    operationOf('listOrders', {
      parameters: [{ name: 'page', schema: { type: 'integer' } }],
      responses: { 200: { items: { ref: 'Order' } } },
    }),
    operationOf('createOrder', {
      method: 'post',
      body: { 'application/json': { ref: 'Order' } },
      responses: { 201: { ref: 'Order' } },
    }),
  ],
})

async function output(): Promise<{ plan: Plan; files: readonly OutputFile[] }> {
  const { plan } = createPlan(contract, { source: 'orders.yaml', targets: ['types', 'client'] })
  return { plan, files: await renderFiles(plan, createTemplates()) }
}

/** What is found after one file has been changed. */
async function found(path: string, change: (text: string) => string): Promise<readonly string[]> {
  const { plan, files } = await output()
  expect(files.map((file) => file.path)).toContain(path)
  const changed = files.map((file) => (file.path === path ? { ...file, text: change(file.text) } : file))
  return (await verifyOutput(plan, changed)).map(({ code, message }) => `${code} ${message}`)
}

describe('verifyOutput', () => {
  it('has nothing to say about what was planned', async () => {
    const { plan, files } = await output()
    expect(await verifyOutput(plan, files)).toEqual([])
  })

  it('misses a file, and finds one too many', async () => {
    const { plan, files } = await output()
    const others = [
      ...files.filter(({ path }) => path !== 'types/unused.ts'),
      { path: 'types/more.ts', text: 'export type More = 1\n' },
    ]
    expect((await verifyOutput(plan, others)).map(({ message }) => message)).toEqual([
      'the generated `types/unused.ts` differs from the plan: it is missing',
      'the generated `types/more.ts` differs from the plan: it was not planned',
    ])
  })

  const say = (what: string): string => `TK4014 the generated \`types/order.ts\` differs from the plan: ${what}`
  it.each([
    [
      'a call',
      'CANARY()',
      [
        say('it holds a ExpressionStatement'),
        say('it calls `CANARY`'),
        say('it calls something, where only types were planned'),
      ],
    ],
    [
      'a call in a constant',
      'const a = globalThis.CANARY()',
      [say('it calls `globalThis`'), say('it calls something, where only types were planned')],
    ],
    ['an import', "import { a } from 'node:fs'", [say('it imports from `node:fs`')]],
    ['an import for its effects', "import './unused.js'", [say('it imports from `./unused.js`')]],
    ['an import from outside', "import type { A } from '../../a.js'", [say('it imports from `../../a.js`')]],
    ['an export', 'export type More = 1', [say('it exports `More`')]],
    ['a default export', 'export default 1', [say('it holds a ExportAssignment')]],
    ['an export of another module', "export * from './unused.js'", [say('it holds a ExportDeclaration')]],
    ['a tagged template', 'const a = String.raw`x`', [say('it holds a TaggedTemplateExpression')]],
    ['a class', 'class A {}', [say('it holds a ClassDeclaration')]],
    ['a new object', 'const a = new CANARY()', [say('it holds a NewExpression')]],
    ['a variable', 'let a = 1', [say('it holds a VariableStatement')]],
    ['a global declaration', 'declare global { interface Array { a: 1 } }', [say('it holds a ModuleDeclaration')]],
    ['an import type', "type A = import('node:fs').Stats", [say('it holds a ImportType')]],
    ['a syntax error', 'type A = ', [say('it does not parse: Type expected.')]],
  ])('finds %s', async (_what, text, expected) => {
    expect(await found('types/order.ts', (before) => `${before}${text}\n`)).toEqual(expected)
  })

  it('finds an export that is gone', async () => {
    expect(await found('types/order.ts', (text) => text.replace('interface OrderInput', 'interface Input'))).toEqual([
      say('it does not export `OrderInput`'),
      say('it exports `Input`'),
    ])
  })

  it('finds a call in a module that may call', async () => {
    const path = 'operations/orders.ts'
    expect(await found(path, (text) => text.replace('transport.call(', 'CANARY(transport.call('))).toContainEqual(
      `TK4014 the generated \`${path}\` differs from the plan: it calls \`CANARY\``,
    )
  })
})
