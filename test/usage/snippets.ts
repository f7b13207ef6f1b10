import type { Used } from './support/scan-snippet.js'

/** What a module does with the orders client, and what that uses. */
export interface Snippet {
  readonly name: string
  readonly text: string
  readonly used: Used
  /** Other modules of the program. */
  readonly others?: Readonly<Record<string, string>>
}

const problem = ['detail', 'instance', 'status', 'title', 'type']
const get = (fields: readonly string[]): Used => ({ getOrder: fields })
/** `unwrap` throws with the whole problem of what is no success. */
const got = (...fields: readonly string[]): Used => get([...fields, ...problem].sort())

export const snippets: readonly Snippet[] = [
  { name: 'no use of the client', text: 'use(path.orderId)', used: {} },
  { name: 'a call whose answer is dropped', text: 'await orders.getOrder({ path })', used: get([]) },
  {
    name: 'access after a check of the status',
    text: 'const answer = await orders.getOrder({ path })\nif (answer.status === 200) use(answer.body.email)',
    used: get(['email']),
  },
  {
    name: 'a problem',
    text: 'const answer = await orders.getOrder({ path })\nif (answer.status === 404) use(answer.body.title)',
    used: get(['title']),
  },
  { name: 'unwrap', text: 'use(unwrap(await orders.getOrder({ path })).currency)', used: got('currency') },
  {
    name: 'destructuring, renamed, nested, with defaults',
    text: 'const { id: key, shipTo: { city } = { city: "" }, lines: [first] } = unwrap(await orders.getOrder({ path }))\nuse(key, city, first?.sku)',
    used: got('id', 'lines.sku', 'shipTo.city'),
  },
  {
    name: 'destructuring with a rest',
    text: 'const { id, ...rest } = unwrap(await orders.getOrder({ path }))\nuse(id, rest.currency)',
    used: get(['*']),
  },
  {
    name: 'destructured parameter',
    text: 'const show = ({ email }: Order): void => use(email)\nshow(unwrap(await orders.getOrder({ path })))',
    used: got('email'),
  },
  {
    name: 'assignment that takes apart',
    text: 'let email: string\n;({ email } = unwrap(await orders.getOrder({ path })))\nuse(email)',
    used: get(['*']),
  },
  {
    name: 'element access by a literal, a constant and a union',
    text: 'const order = unwrap(await orders.getOrder({ path }))\nconst key = "note"\ndeclare const either: "id" | "card"\nuse(order["email"], order[key], order[either])',
    used: got('card', 'email', 'id', 'note'),
  },
  {
    name: 'element access by an open key',
    text: 'function at<Key extends keyof Order>(order: Order, key: Key): void { void order[key] }\nat(unwrap(await orders.getOrder({ path })), "id")',
    used: get(['*']),
  },
  {
    name: 'a spread into an object',
    text: 'const copy = { ...unwrap(await orders.getOrder({ path })) }\nuse(copy.id)',
    used: get(['*']),
  },
  {
    name: 'a spread into a list',
    text: 'const order = unwrap(await orders.getOrder({ path }))\nfor (const line of [...order.lines, ...order.lines]) use(line.quantity)',
    used: got('lines.quantity'),
  },
  {
    name: 'written as JSON',
    text: 'JSON.stringify(unwrap(await orders.getOrder({ path })))',
    used: get(['*']),
  },
  {
    name: 'written as JSON inside of something else',
    text: 'const found = { order: unwrap(await orders.getOrder({ path })) }\nJSON.stringify([found])',
    used: get(['*']),
  },
  {
    name: 'a part that is passed on',
    text: 'const { payment, id } = unwrap(await orders.getOrder({ path }))\nJSON.stringify(payment)\nuse(id)',
    used: got('id', 'payment'),
  },
  {
    name: 'passed to a function of ours, and to the next',
    text: 'function outer(order: Order): void { inner(order.lines) }\nfunction inner(lines: readonly OrderLine[]): void { use(lines[0]?.total) }\nouter(unwrap(await orders.getOrder({ path })))',
    used: got('lines.total'),
  },
  {
    name: 'passed as unknown',
    text: 'function log(value: unknown): void { console.log(value) }\nlog(unwrap(await orders.getOrder({ path })))',
    used: get(['*']),
  },
  {
    name: 'seen through a smaller type',
    text: 'interface Named { readonly id: string }\nconst named: Named = unwrap(await orders.getOrder({ path }))\nuse(named.id)',
    used: get(['*']),
  },
  {
    name: 'turned into another type by force',
    text: 'const order = unwrap(await orders.getOrder({ path })) as { readonly email: string }\nuse(order.email)',
    used: get(['*']),
  },
  {
    name: 'any',
    text: 'const order: any = unwrap(await orders.getOrder({ path }))\nuse(order.email)',
    used: get(['*']),
  },
  {
    name: 'callbacks over lists',
    text: 'const order = unwrap(await orders.getOrder({ path }))\nuse(order.lines.map((line) => line.sku).join(), order.lines.filter(({ quantity }) => quantity > 1).length)',
    used: got('lines.quantity', 'lines.sku'),
  },
  {
    name: 'a callback that forgets the type',
    text: 'const order = unwrap(await orders.getOrder({ path }))\nconst show = (line: any): void => use(line.sku)\norder.lines.forEach(show)',
    used: got('lines'),
  },
  {
    name: 'a callback that sees a smaller type',
    text: 'const order = unwrap(await orders.getOrder({ path }))\norder.lines.forEach(({ sku }: { sku: string }) => use(sku))',
    used: got('lines'),
  },
  {
    name: 'reduce, sort and a copy of a list',
    text: 'const order = unwrap(await orders.getOrder({ path }))\nuse(order.lines.toSorted((one, other) => one.quantity - other.quantity).reduce((sum, line) => sum + (line.total ?? 0), 0))',
    used: got('lines.quantity', 'lines.total'),
  },
  {
    name: 'promises',
    text: 'await orders.getOrder({ path }).then((answer) => unwrap(answer)).then(({ state }) => use(state))',
    used: got('state'),
  },
  {
    name: 'several promises',
    text: 'const [one, other] = await Promise.all([orders.getOrder({ path }), orders.getOrder({ path })])\nuse(unwrap(one).id, unwrap(other).state)',
    used: got('id', 'state'),
  },
  {
    name: 'an async function that hands the answer on',
    text: 'async function load(): Promise<Order> { return unwrap(await orders.getOrder({ path })) }\nuse((await load()).note)',
    used: got('note'),
  },
  {
    name: 'an async function that forgets the type',
    text: 'async function load(): Promise<unknown> { return unwrap(await orders.getOrder({ path })) }\nvoid load()',
    used: get(['*']),
  },
  {
    name: 'kept in a map and in a class',
    text: 'class Store { readonly #orders = new Map<string, Order>()\n  add(order: Order): void { this.#orders.set(order.id, order) }\n  find(id: string): Order | undefined { return this.#orders.get(id) } }\nconst store = new Store()\nstore.add(unwrap(await orders.getOrder({ path })))\nuse(store.find("1")?.amount)',
    used: got('amount', 'id'),
  },
  {
    name: 'a class of another type that is handed on',
    text: 'class Store { constructor(readonly orders: readonly Order[]) {} }\nconsole.log(new Store([unwrap(await orders.getOrder({ path }))]))',
    used: get(['*']),
  },
  {
    name: 'an interface that a class forgets',
    text: 'interface Sink { take(order: Order): void }\nclass Printer implements Sink { take(order: any): void { use(order.email) } }\nconst sink: Sink = new Printer()\nsink.take(unwrap(await orders.getOrder({ path })))',
    used: get(['*']),
  },
  {
    name: 'a generic function that only hands back',
    text: 'async function retry<T>(call: () => Promise<T>): Promise<T> { try { return await call() } catch { return call() } }\nuse(unwrap(await retry(() => orders.getOrder({ path }))).email)',
    used: got('email'),
  },
  {
    name: 'a generic function that looks inside',
    text: 'function shown<T>(value: T): T { console.log(value)\n  return value }\nuse(shown(unwrap(await orders.getOrder({ path }))).email)',
    used: get(['*']),
  },
  {
    name: 'a generic function that hands to another which looks inside',
    text: 'function outer<T>(value: T): void { inner(value) }\nfunction inner<T>(value: T): void { JSON.stringify(value) }\nouter(unwrap(await orders.getOrder({ path })))',
    used: get(['*']),
  },
  {
    name: 'overloads whose body forgets',
    text: 'function show(order: Order): void\nfunction show(text: string): void\nfunction show(value: any): void { use(value.email) }\nshow(unwrap(await orders.getOrder({ path })))',
    used: get(['*']),
  },
  {
    name: 'a constructor whose body forgets',
    text: 'class Shown { constructor(order: Order)\n  constructor(order: any) { use(order.email) } }\nnew Shown(unwrap(await orders.getOrder({ path })))',
    used: get(['*']),
  },
  {
    name: 'choices',
    text: 'const order = unwrap(await orders.getOrder({ path }))\nconst to = order.shipTo ?? { city: "", country: "DE" }\nuse(to.city, (order.note ? order : undefined)?.currency)',
    used: got('currency', 'note', 'shipTo.city'),
  },
  {
    name: 'whether it is there',
    text: 'const order = unwrap(await orders.getOrder({ path }))\nif (order.shipTo && "card" in order) use(1)',
    used: got('card', 'shipTo'),
  },
  {
    name: 'alternatives that are told apart',
    text: 'const { payment } = unwrap(await orders.getOrder({ path }))\nif (payment.method === "card") use(payment.holder)',
    used: got('payment.holder', 'payment.method'),
  },
  {
    name: 'names of properties',
    text: 'for (const key in unwrap(await orders.getOrder({ path }))) use(key)',
    used: get(['*']),
  },
  {
    name: 'a map',
    text: 'use(unwrap(await orders.getOrder({ path })).labels?.["blue"])',
    used: got('labels'),
  },
  {
    name: 'pages and their items',
    text: 'for await (const order of orders.listOrders.all()) use(order.state)',
    used: { listOrders: ['detail', 'instance', 'items.state', 'nextCursor', 'status', 'title', 'type'] },
  },
  {
    name: 'one page',
    text: 'const page = unwrap(await orders.listOrders())\nuse(page.items.length)',
    used: { listOrders: ['detail', 'instance', 'items', 'nextCursor', 'status', 'title', 'type'] },
  },
  {
    name: 'standalone functions',
    text: 'const answer = await operations.getOrder(transport, { path })\nif (answer.status === 200) use(answer.body.id)\nfor await (const one of operations.listOrdersItems(transport)) use(one.note)',
    used: {
      ...got('id', 'note'),
      listOrders: ['detail', 'instance', 'items.id', 'items.note', 'nextCursor', 'status', 'title', 'type'],
    },
  },
  {
    name: 'a stream of events',
    text: 'const answer = await orders.watchOrders()\nif (answer.status === 200) for await (const event of answer.body) use(event.data.orderId)',
    used: { watchOrders: ['orderId'] },
  },
  {
    name: 'an operation taken out of the client',
    text: 'const { getOrder } = orders\nconst answer = await getOrder({ path })\nif (answer.status === 200) use(answer.body.id)',
    used: get(['id']),
  },
  {
    name: 'a client of which only a part is asked for',
    text: 'function show(client: Pick<OrdersClient, "getOrder">): void { void client.getOrder({ path }) }\nshow(orders)',
    used: get([]),
  },
  {
    name: 'a client behind an interface of our own',
    text: 'interface Port { getOrder(input: { path: { orderId: string } }): ReturnType<OrdersClient["getOrder"]> }\nasync function show(port: Port): Promise<void> { use(unwrap(await port.getOrder({ path })).card) }\nawait show(orders)',
    used: got('card'),
  },
  {
    name: 'sent back as it came',
    text: 'const order = unwrap(await orders.getOrder({ path }))\nawait orders.updateOrder({ path, headers: { ifMatch: "1" }, body: { note: order.note ?? "" } })',
    used: { ...got('note'), updateOrder: ['note', ...problem].sort() },
  },
  {
    name: 'exported where nobody here imports it',
    text: 'export const order = unwrap(await orders.getOrder({ path }))',
    used: get(['*']),
  },
  {
    name: 'imported from another module',
    text: 'import { load } from "./load.js"\nuse((await load(orders)).email)',
    others: {
      'load.ts':
        'import { unwrap } from "@tenantkit/runtime"\nimport type { OrdersClient } from "#orders/client.js"\nexport const load = async (orders: OrdersClient) => unwrap(await orders.getOrder({ path: { orderId: "1" } }))\n',
    },
    used: got('email'),
  },
  {
    name: 'types that are made by name',
    text: 'type Mail = Order["email"]\nconst mails: Mail[] = []\nuse(mails.length)\nawait orders.getOrder({ path })',
    used: get(['email']),
  },
]
