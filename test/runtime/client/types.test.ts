import { expectTypeOf, test } from 'vitest'
import {
  type BinaryContent,
  type CallOptions,
  type ClientErrorStatus,
  type ContentResult,
  createTransport,
  type EventStream,
  type HttpStatus,
  type IdempotentCallOptions,
  type Paged,
  paged,
  type Result,
  type SuccessBody,
  type Unrecognized,
  unwrap,
} from '../../../src/runtime/src/gen1/index.js'
import { contract, operation } from './support.js'

interface Order {
  readonly id: string
  readonly state: 'open' | 'shipped' | Unrecognized
}
interface Problem {
  readonly title?: string
}

type Declared =
  | Result<200, Order, { readonly etag?: string }>
  | Result<404, Problem>
  | Result<Exclude<ClientErrorStatus, 404>, string>
type WithDefault = Result<201, Order> | Result<204, undefined> | Result<Exclude<HttpStatus, 201 | 204>, Problem>
type OnlyDefault = Result<HttpStatus, Order>
type TwoTypes =
  | ContentResult<200, 'application/json', Order>
  | ContentResult<200, 'text/csv', string>
  | Result<404, Problem>

test('results narrow by status', () => {
  const read = (result: Declared): string | undefined => {
    switch (result.status) {
      case 200:
        expectTypeOf(result.headers.etag).toEqualTypeOf<string | undefined>()
        return result.body.id
      case 404:
        return result.body.title
      default:
        return result.body
    }
  }
  expectTypeOf(read).returns.toEqualTypeOf<string | undefined>()
  const readDefault = (result: WithDefault): unknown =>
    result.status === 201 ? result.body.id : result.status === 204 ? result.body : result.body.title
  expectTypeOf(readDefault).toBeFunction()
})

test('results narrow by content type', () => {
  const read = (result: TwoTypes): unknown => {
    if (result.status === 404) return result.body.title
    return result.contentType === 'text/csv' ? result.body.length : result.body.id
  }
  expectTypeOf(read).toBeFunction()
})

test('unwrap gives the bodies of the successes', () => {
  expectTypeOf<SuccessBody<Declared>>().toEqualTypeOf<Order>()
  expectTypeOf<SuccessBody<WithDefault>>().toEqualTypeOf<Order | undefined>()
  expectTypeOf<SuccessBody<OnlyDefault>>().toEqualTypeOf<Order>()
  expectTypeOf<SuccessBody<TwoTypes>>().toEqualTypeOf<Order | string>()
  expectTypeOf<SuccessBody<Result<200, BinaryContent>>>().toEqualTypeOf<BinaryContent>()
  expectTypeOf<SuccessBody<Result<404, Problem>>>().toEqualTypeOf<never>()
  expectTypeOf(unwrap<Declared>).returns.toEqualTypeOf<Order>()
})

test('open enums take what is known and refuse what is invented', () => {
  const known: Order['state'] = 'open'
  expectTypeOf(known).toExtend<Order['state']>()
  // @ts-expect-error: a literal has no brand.
  const invented: Order['state'] = 'lost'
  expectTypeOf(invented).toBeString()
  const label = (state: Order['state']): string =>
    state === 'open' ? 'new' : state === 'shipped' ? 'gone' : `? ${state}`
  expectTypeOf(label).returns.toBeString()
})

test('a list is called for a page and walked for its items', () => {
  interface ListInput {
    readonly query?: { readonly state?: string | undefined } | undefined
  }
  interface Resource {
    readonly listOrders: Paged<ListInput | undefined, Result<200, { readonly items: Order[] }>, Order>
    readonly findOrders: Paged<ListInput, Result<200, Order[]>, Order, IdempotentCallOptions>
  }
  const transport = createTransport(contract, {})
  // As generated code writes it: the types come from where it is put.
  const resource: Resource = { listOrders: paged(transport, operation()), findOrders: paged(transport, operation()) }
  expectTypeOf<ReturnType<Resource['listOrders']['all']>>().toEqualTypeOf<AsyncIterable<Order>>()
  expectTypeOf(resource.listOrders).toBeCallableWith()
  expectTypeOf(resource.listOrders).toBeCallableWith({ query: { state: 'open' } }, { timeout: 5 })
  expectTypeOf(resource.findOrders).toBeCallableWith({}, { idempotencyKey: 'k' })
  // @ts-expect-error: its input is required.
  const withoutInput = (): unknown => resource.findOrders()
  // @ts-expect-error: no such option where no idempotency is declared.
  const withKey = (): unknown => resource.listOrders({}, { idempotencyKey: 'k' })
  expectTypeOf([withoutInput, withKey]).toBeArray()
})

test('options that are not there may be written as undefined', () => {
  expectTypeOf<{ readonly signal: undefined; readonly timeout: undefined }>().toExtend<CallOptions>()
  expectTypeOf<EventStream<Order>>().toExtend<AsyncIterable<{ readonly data: Order }>>()
})
