import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type MergedHandlers, mergeHandlers } from '../../../src/generate/finish/merge-handlers.js'
import { createPlan, type Plan } from '../../../src/generate/plan/index.js'
import { contractOf, operationOf } from '../support/hand-made.js'

const imports = `import { notImplemented } from '@tenantkit/runtime/gen1/server'
import type { OrdersHandlers } from './generated/server.js'
`

describe('a file that is not there', () => {
  it('is made with a stub for each operation', async () => {
    const merged = await merge(undefined)
    expect(merged).toEqual({
      text: `${imports}
export const handlers: OrdersHandlers = {
  createOrder() {
    throw notImplemented('createOrder')
  },
  getOrder() {
    throw notImplemented('getOrder')
  },
  pay() {
    throw notImplemented('pay')
  },
}
`,
      added: ['createOrder', 'getOrder', 'pay'],
      unused: [],
      diagnostics: [],
    })
  })

  it('imports from where the output is', async () => {
    const { text } = await mergeHandlers(plan(), {
      path: 'src/a/handlers.ts',
      text: undefined,
      out: 'src/generated/orders',
    })
    expect(text).toContain("from '../generated/orders/server.js'")
  })

  it('is left alone once it is complete', async () => {
    const { text } = await merge(undefined)
    expect(await merge(text)).toEqual({ text, added: [], unused: [], diagnostics: [] })
  })
})

/** Each: what stands in the file, with `<<` and `>>` around what is expected to be put in. */
const layouts: readonly (readonly [what: string, marked: string])[] = [
  [
    'an annotation',
    `${imports}
export const handlers: OrdersHandlers = {
  // kept   as it is
  async createOrder({ body }) { return   body },
  getOrder,
<<  pay() {
    throw notImplemented('pay')
  },
>>}
`,
  ],
  [
    'no trailing comma, and comments after the last handler',
    `${imports}
export const handlers: OrdersHandlers = {
  createOrder: () => 1,
  'getOrder': () => 2<<,>> // the last one
  /* and more */
<<  pay() {
    throw notImplemented('pay')
  },
>>}
`,
  ],
  [
    'satisfies',
    `${imports}
const handlers = {
  createOrder() {},
  getOrder() {},
<<  pay() {
    throw notImplemented('pay')
  },
>>} satisfies OrdersHandlers
export default handlers
`,
  ],
  [
    'as const satisfies, in parentheses',
    `${imports}
export default ({
  createOrder() {},
  getOrder() {},
<<  pay() {
    throw notImplemented('pay')
  },
>>} as const) satisfies Readonly<OrdersHandlers>
`,
  ],
  [
    'an empty object on one line',
    `${imports}
export const handlers: OrdersHandlers = {<<
  createOrder() {
    throw notImplemented('createOrder')
  },
  getOrder() {
    throw notImplemented('getOrder')
  },
  pay() {
    throw notImplemented('pay')
  },
>>}
`,
  ],
  [
    'an object on one line',
    `${imports}
export const handlers: OrdersHandlers = { createOrder, getOrder<<,>> <<
  pay() {
    throw notImplemented('pay')
  },
>>}
`,
  ],
  [
    'an object with nothing but a comment',
    `${imports}
export const handlers: OrdersHandlers = {
  // soon
<<  createOrder() {
    throw notImplemented('createOrder')
  },
  getOrder() {
    throw notImplemented('getOrder')
  },
  pay() {
    throw notImplemented('pay')
  },
>>}
`,
  ],
  [
    'tabs, double quotes and semicolons',
    `import { notImplemented } from "@tenantkit/runtime/gen1/server";
import type { OrdersHandlers } from "./generated/server.js";

export const handlers: OrdersHandlers = {
\tasync createOrder() {
\t\treturn 1;
\t},

\tasync getOrder() {
\t\treturn 2;
\t},
<<
\tpay() {
\t\tthrow notImplemented("pay");
\t},
>>};
`,
  ],
  [
    'four spaces and a function that makes them',
    `${imports}
export function createHandlers(store: Store): OrdersHandlers {
    const log = 1
    return {
        createOrder: () => store.create(),
        getOrder: () => store.get(),
<<        pay() {
            throw notImplemented('pay')
        },
>>    }
}
`,
  ],
  [
    'an arrow function that makes them',
    `${imports}
export const createHandlers = (store: Store): OrdersHandlers => ({
  createOrder: () => store.create(),
  getOrder: () => store.get(),
<<  pay() {
    throw notImplemented('pay')
  },
>>})
`,
  ],
  [
    'a class',
    `${imports}
export class Handlers implements OrdersHandlers {
  readonly #store = new Map()

  async createOrder(request: CreateOrderRequest) {
    return this.#help(request)
  }

  getOrder = async () => 1

  #help() {}
<<
  pay(): never {
    throw notImplemented('pay')
  }
>>}
`,
  ],
  [
    'an empty class',
    `${imports}
class Handlers implements OrdersHandlers {<<
  createOrder(): never {
    throw notImplemented('createOrder')
  }

  getOrder(): never {
    throw notImplemented('getOrder')
  }

  pay(): never {
    throw notImplemented('pay')
  }
>>}
`,
  ],
  [
    'an alias and a namespace',
    `import { notImplemented as later } from '@tenantkit/runtime/gen1/server'
import type { OrdersHandlers as Contract } from './generated/server.js'

export const handlers: Contract = Object.freeze({
  createOrder() {},
  getOrder() {},
<<  pay() {
    throw later('pay')
  },
>>})
`,
  ],
  [
    'a type by its namespace',
    `import { notImplemented } from '@tenantkit/runtime/gen1/server'
import type * as api from './generated/server.js'

export const handlers: api.OrdersHandlers = {
  createOrder() {},
  getOrder() {},
<<  pay() {
    throw notImplemented('pay')
  },
>>}
`,
  ],
  [
    'an import that is missing',
    `import type { OrdersHandlers } from './generated/server.js' // from the contract<<
import { notImplemented } from '@tenantkit/runtime/gen1/server'>>

export const handlers: OrdersHandlers = {
  createOrder() {},
  getOrder() {},
<<  pay() {
    throw notImplemented('pay')
  },
>>}
`,
  ],
  [
    'a name that is taken',
    `import type { OrdersHandlers } from './generated/server.js'<<
import { notImplemented as notImplementedYet } from '@tenantkit/runtime/gen1/server'>>

const notImplemented = 1
export const handlers: OrdersHandlers = {
  createOrder() {},
  getOrder() {},
<<  pay() {
    throw notImplementedYet('pay')
  },
>>}
`,
  ],
  [
    'no import at all',
    `// Licence.

<<import { notImplemented } from '@tenantkit/runtime/gen1/server'

>>/** All of them. */
export const handlers: import('./generated/server.js').OrdersHandlers = {
  createOrder() {},
  getOrder() {},
<<  pay() {
    throw notImplemented('pay')
  },
>>}
`,
  ],
  [
    'handlers by tag, spread into the whole',
    `${imports}
const orders: OrdersTagHandlers = {
  createOrder() {},
<<  getOrder() {
    throw notImplemented('getOrder')
  },
>>}
const payments: PaymentsTagHandlers = {
<<  pay() {
    throw notImplemented('pay')
  },
>>}
export const handlers: OrdersHandlers = { ...orders, ...payments }
`,
  ],
  [
    'a part of the same file',
    `${imports}
const some = { createOrder() {}, ['getOrder']() {} }
export const handlers: OrdersHandlers = {
  ...some,
<<  pay() {
    throw notImplemented('pay')
  },
>>}
`,
  ],
  [
    'handlers of a test beside those that are served',
    `${imports}
const stub: OrdersHandlers = {}
export const handlers: OrdersHandlers = {
  createOrder() {},
  getOrder() {},
<<  pay() {
    throw notImplemented('pay')
  },
>>}
`,
  ],
]

describe('stubs for what is missing', () => {
  it.each(layouts)('with %s', async (_, marked) => {
    const before = marked.replaceAll(/<<[^]*?>>/g, '')
    const merged = await merge(before)
    expect(merged.diagnostics).toEqual([])
    expect(merged.text).toBe(marked.replaceAll(/<<|>>/g, ''))
    expect(errorsOf(merged.text)).toEqual([])
    expect(await merge(merged.text)).toEqual({ text: merged.text, added: [], unused: [], diagnostics: [] })
  })

  it.each(layouts)('with %s, in a file of CRLF', async (_, marked) => {
    const before = marked.replaceAll(/<<[^]*?>>/g, '').replaceAll('\n', '\r\n')
    expect((await merge(before)).text).toBe(marked.replaceAll(/<<|>>/g, '').replaceAll('\n', '\r\n'))
  })
})

describe('what is left alone', () => {
  it('a file that does not parse', async () => {
    const text = `${imports}export const handlers: OrdersHandlers = {\n  createOrder( {\n}\n`
    expect(await merge(text)).toMatchObject({
      text,
      added: [],
      diagnostics: [{ code: 'TK4040', span: { file: 'handlers.ts', line: 6, column: 1 } }],
    })
  })

  it('a file without handlers', async () => {
    const text = 'export const handlers = {}\n'
    const { diagnostics, ...rest } = await merge(text)
    expect(rest).toEqual({ text, added: [], unused: [] })
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        'TK4041',
        'nothing in the file is a `OrdersHandlers`, so stubs for `createOrder`, `getOrder`, `pay` have no place',
      ],
    ])
  })

  it('an empty file', async () => {
    expect(await merge('')).toMatchObject({ text: '', added: [], diagnostics: [{ code: 'TK4041' }] })
  })

  it.each([
    ['a spread of an import', '...others'],
    ['a computed name', '[name]() {}'],
    ['a spread of a call', '...make()'],
  ])('an object with %s', async (_, part) => {
    const text = `${imports}import { others } from './others.js'\nexport const handlers: OrdersHandlers = {\n  createOrder() {},\n  ${part},\n}\n`
    const { diagnostics, ...rest } = await merge(text)
    expect(rest).toEqual({ text, added: [], unused: [] })
    expect(diagnostics.map(({ code, span }) => [code, span?.line, span?.column])).toEqual([['TK4042', 6, 3]])
  })

  it('a class with a base', async () => {
    const text = `${imports}export class H extends Base implements OrdersHandlers {}\n`
    expect(await merge(text)).toMatchObject({ text, added: [], diagnostics: [{ code: 'TK4042' }] })
  })
})

describe('handlers that the contract has no operation for', () => {
  it('are named with their place, and kept', async () => {
    const text = `${imports}export const handlers: OrdersHandlers = {\n  createOrder() {},\n  getOrder() {},\n  pay() {},\n  cancelOrder() {},\n}\n`
    const { diagnostics, ...rest } = await merge(text)
    expect(rest).toEqual({ text, added: [], unused: ['cancelOrder'] })
    expect(diagnostics.map(({ code, severity, span }) => [code, severity, span])).toEqual([
      ['TK4043', 'warning', { file: 'handlers.ts', line: 7, column: 3, endLine: 7, endColumn: 14 }],
    ])
  })

  it('are known in a class by what they take', async () => {
    const text = `${imports}export class H implements OrdersHandlers {
  createOrder() {}
  getOrder() {}
  pay() {}
  cancelOrder(request: CancelOrderRequest) {}
  helper(request: Request) {}
}
`
    expect((await merge(text)).unused).toEqual(['cancelOrder'])
  })
})

function merge(text: string | undefined): Promise<MergedHandlers> {
  return mergeHandlers(plan(), { path: 'handlers.ts', text, out: 'generated' })
}

function plan(): Plan {
  const contract = contractOf({
    operations: [
      operationOf({ id: 'createOrder', method: 'post', path: '/orders' }),
      operationOf({ id: 'getOrder', method: 'get', path: '/orders/{id}' }),
      operationOf({ id: 'pay', method: 'post', path: '/payments', tags: ['payments'] }),
    ],
  })
  return createPlan(contract, { source: 'orders.openapi.yaml', targets: ['server'] }).plan
}

function errorsOf(text: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2023 },
  })
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
