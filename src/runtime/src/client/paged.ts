import { TenantkitError } from '../error/index.js'
import { isRecord, own } from '../wire/index.js'
import { atPointer } from './json-pointer.js'
import { linkTarget } from './link-header.js'
import type { CallInput, CallOptions, ClientOperation, Paged, Pagination, Result, Transport } from './types.js'
import { unwrap } from './unwrap.js'

type AnyResult = Result<number, unknown, unknown>

/** A list operation, to be called for one page or walked with `.all()`. */
export function paged<Input, Answer, Item, Options extends CallOptions = CallOptions>(
  transport: Transport,
  operation: ClientOperation,
): Paged<Input, Answer, Item, Options> {
  const call = (input?: Input, options?: Options): Promise<Answer> =>
    transport.call(operation, input as CallInput | undefined, options) as Promise<Answer>
  const all = (input?: Input, options?: Options): AsyncIterable<Item> =>
    eachItem(transport, operation, input as CallInput | undefined, options) as AsyncIterable<Item>
  return Object.assign(call, { all })
}

/**
 * The items of all pages, each page fetched when it is reached. Throws a ResponseError on an answer that is no success,
 * and a TenantkitError when the pages lead in a circle.
 */
export async function* eachItem(
  transport: Transport,
  operation: ClientOperation,
  input: CallInput = {},
  options?: CallOptions,
): AsyncGenerator {
  const { pagination } = operation
  const seen = new Set<string>()
  let page: Step = { input }
  let before: string | undefined
  for (;;) {
    const answer = (await transport.call(operation, page.input, options, page.link)) as AnyResult
    const body: unknown = unwrap(answer)
    const items = pagination ? itemsOf(body, pagination.items, operation) : []
    // A server that ignores the parameter sends the same page for ever.
    const content = items.some(isRecord) ? JSON.stringify(items) : undefined
    if (content !== undefined && content === before) throw repeated(operation)
    before = content
    yield* items
    const next = pagination && nextStep(pagination, page.input, answer, body, items.length)
    if (!next) return
    if (next.mark !== undefined && seen.has(next.mark)) throw repeated(operation)
    if (next.mark !== undefined) seen.add(next.mark)
    page = next
  }
}

interface Step {
  readonly input: CallInput
  readonly link?: string
  /** Comes twice only when the pages lead in a circle. */
  readonly mark?: string
}

function nextStep(
  pagination: Pagination,
  input: CallInput,
  { response }: AnyResult,
  body: unknown,
  count: number,
): Step | undefined {
  switch (pagination.kind) {
    case 'cursor': {
      const more = pagination.more === undefined ? undefined : atPointer(body, pagination.more)
      const cursor = atPointer(body, pagination.next)
      if (more === false || (typeof cursor !== 'string' && typeof cursor !== 'number') || cursor === '')
        return undefined
      return { input: withQuery(input, pagination.parameter, cursor), mark: String(cursor) }
    }
    case 'page': {
      const page = numberOf(input, pagination.parameter, pagination.first)
      return count === 0 ? undefined : { input: withQuery(input, pagination.parameter, page + 1) }
    }
    case 'offset': {
      const offset = numberOf(input, pagination.parameter, 0)
      return count === 0 ? undefined : { input: withQuery(input, pagination.parameter, offset + count) }
    }
    case 'link': {
      const target = linkTarget(response.headers.get('link'), 'next')
      if (target === undefined) return undefined
      const link = URL.canParse(target, response.url) ? new URL(target, response.url).href : target
      return { input, link, mark: link }
    }
  }
}

function itemsOf(body: unknown, pointer: string, operation: ClientOperation): readonly unknown[] {
  const items = atPointer(body, pointer)
  if (Array.isArray(items)) return items as readonly unknown[]
  if (items === undefined || items === null) return []
  throw new TenantkitError('TK7134', `${operation.id}, the items of a page must be an array`)
}

function withQuery(input: CallInput, parameter: string, value: unknown): CallInput {
  return { ...input, query: { ...input.query, [parameter]: value } }
}

function numberOf(input: CallInput, parameter: string, otherwise: number): number {
  const given = own(input.query, parameter)
  return typeof given === 'number' ? given : otherwise
}

function repeated(operation: ClientOperation): TenantkitError {
  return new TenantkitError('TK7136', operation.id)
}
