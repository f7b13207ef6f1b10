import type { HttpOperation, JsonType, Schema, SchemaId } from '../../contract/model/index.js'
import { child } from '../../util/json-pointer.js'
import type { PlannedPagination, PlannedParameter, PlannedResponse } from './types.js'

/**
 * Whether a list can be walked page by page. Conservative: a wrong guess loops or loses rows, a missing one costs a
 * caller three lines. Only `GET`; only where the answer is an array or an object with one array in it; and
 *
 * - cursor: an optional text parameter of a known name, and a property of a known name that carries the next one;
 * - link: a declared `Link` header (RFC 8288) beside a paging parameter;
 * - page: an optional integer `page`, `page_number`, ... ;
 * - offset: an optional integer `offset` or `skip`, beside a limit.
 */
export function planPagination(
  operation: HttpOperation,
  query: readonly PlannedParameter[],
  responses: readonly PlannedResponse[],
  schemas: ReadonlyMap<SchemaId, Schema>,
): PlannedPagination | undefined {
  if (operation.method !== 'get') return undefined
  const success = responses.find(({ status }) => status === '200') ?? responses.find(({ status }) => status === '2XX')
  const schema = success?.content.find(({ kind }) => kind === 'json')?.schema
  if (!success || !schema) return undefined
  const body = resolve(schema, schemas)
  const items = itemsOf(body, schemas)
  if (items === undefined) return undefined
  const find = (names: ReadonlySet<string>, ...types: readonly JsonType[]): string | undefined =>
    query.find(({ parameter }) => {
      const of = parameter.schema && resolve(parameter.schema, schemas)
      const fits = of?.types?.some((type) => types.includes(type)) ?? types.includes('string')
      return !parameter.required && names.has(normal(parameter.name)) && fits
    })?.property

  const cursor = find(cursorParameters, 'string', 'integer')
  const next = cursor === undefined ? undefined : findIn(body, schemas, nextProperties, ['string', 'integer'])
  if (cursor !== undefined && next !== undefined) {
    const more = findIn(body, schemas, moreProperties, ['boolean'])
    return { kind: 'cursor', parameter: cursor, next, items, ...(more !== undefined && { more }) }
  }
  const page = find(pageParameters, 'integer', 'number')
  const linked = success.headers.some(({ header }) => header.name.toLowerCase() === 'link')
  if (linked && (page !== undefined || cursor !== undefined || find(limitParameters, 'integer', 'number'))) {
    return { kind: 'link', items }
  }
  if (page !== undefined) {
    const parameter = query.find(({ property }) => property === page)?.parameter
    return { kind: 'page', parameter: page, items, first: firstPage(parameter?.schema, schemas) }
  }
  const offset = find(offsetParameters, 'integer', 'number')
  if (offset !== undefined && find(limitParameters, 'integer', 'number') !== undefined) {
    return { kind: 'offset', parameter: offset, items }
  }
  return undefined
}

const cursorParameters = names('cursor after pagetoken nexttoken nextpagetoken continuationtoken pagecursor nextcursor')
const pageParameters = names('page pagenumber pageno')
const offsetParameters = names('offset skip')
const limitParameters = names('limit perpage pagesize count size maxresults take')
const nextProperties = names('nextcursor nextpagetoken nexttoken continuationtoken after endcursor')
const moreProperties = names('hasmore hasnextpage hasnext')
const envelopes = names('meta pagination paging pageinfo responsemetadata cursors listmetadata')

function names(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/** `page_token`, `pageToken` and `page-token` are one name. */
function normal(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '')
}

/** Pointer of the only array in the body: the body itself, or the one property that is an array. */
function itemsOf(body: Schema, schemas: ReadonlyMap<SchemaId, Schema>): string | undefined {
  if (isArray(body)) return ''
  const arrays = [...propertiesOf(body, schemas)].filter(([, schema]) => isArray(resolve(schema, schemas)))
  const [only] = arrays.length === 1 ? arrays : []
  return only && child('', only[0])
}

function isArray(schema: Schema): boolean {
  return schema.types?.includes('array') === true && schema.items !== undefined
}

/** Pointer of the first property with such a name and type, in the body or in an envelope for paging. */
function findIn(
  body: Schema,
  schemas: ReadonlyMap<SchemaId, Schema>,
  wanted: ReadonlySet<string>,
  types: readonly JsonType[],
): string | undefined {
  const fits = (schema: Schema): boolean =>
    alternatives(resolve(schema, schemas), schemas).some((of) => of.types?.some((type) => types.includes(type)))
  const own = [...propertiesOf(body, schemas)]
  for (const [name, schema] of own) if (wanted.has(normal(name)) && fits(schema)) return child('', name)
  for (const [outer, envelope] of own) {
    if (!envelopes.has(normal(outer))) continue
    for (const [name, schema] of propertiesOf(resolve(envelope, schemas), schemas)) {
      if (wanted.has(normal(name)) && fits(schema)) return child(child('', outer), name)
    }
  }
  return undefined
}

/** The schema, and what it may be instead: `anyOf: [string, null]`. */
function alternatives(schema: Schema, schemas: ReadonlyMap<SchemaId, Schema>): readonly Schema[] {
  return [schema, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((one) => resolve(one, schemas))]
}

/** Own properties and those of one level of `allOf`. */
function propertiesOf(schema: Schema, schemas: ReadonlyMap<SchemaId, Schema>): ReadonlyMap<string, Schema> {
  if (!schema.allOf) return schema.properties ?? new Map()
  const all = new Map<string, Schema>()
  for (const part of [...schema.allOf.map((one) => resolve(one, schemas)), schema]) {
    for (const [name, property] of part.properties ?? []) all.set(name, property)
  }
  return all
}

const longestChain = 20

function resolve(schema: Schema, schemas: ReadonlyMap<SchemaId, Schema>): Schema {
  let current = schema
  for (let step = 0; step < longestChain && current.ref !== undefined; step++) {
    const target = schemas.get(current.ref)
    if (!target) break
    current = target
  }
  return current
}

function firstPage(declared: Schema | undefined, schemas: ReadonlyMap<SchemaId, Schema>): number {
  const schema = declared && resolve(declared, schemas)
  if (typeof schema?.default === 'number' && Number.isInteger(schema.default)) return schema.default
  return schema?.minimum === 0 ? 0 : 1
}
