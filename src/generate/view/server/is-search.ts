import type { Contract, Schema } from '../../../contract/model/index.js'
import { declaredProperties } from '../../masking/declared-properties.js'
import { describe } from '../../masking/described.js'
import type { PlannedOperation } from '../../plan/types.js'

/**
 * Whether the body of an operation says what is looked for, and not what is to be kept: of a method that changes nothing, or
 * of a `POST` that answers with a list, makes nothing (201, 202) and asks for no idempotency.
 */
export function isSearch({ operation, body, responses, idempotency }: PlannedOperation, schemas: Schemas): boolean {
  if (!body) return false
  const method = operation.method.toUpperCase()
  if (method === 'QUERY' || method === 'GET') return true
  const successes = responses.filter(({ status }) => status.startsWith('2'))
  if (method !== 'POST' || idempotency || successes.length === 0) return false
  return successes.every(
    ({ status, content }) =>
      status !== '201' && status !== '202' && content.some(({ schema }) => isList(schema, schemas)),
  )
}

type Schemas = Contract['schemas']

/** A list, or an object with one among its members: a page. */
function isList(schema: Schema | undefined, schemas: Schemas): boolean {
  if (!schema) return false
  const { arrays, objects } = describe([schema], undefined, schemas).shape
  if (arrays.length > 0) return true
  return [...declaredProperties(objects).values()].some((described) =>
    describe(described, undefined, schemas).shape.arrays.some((list) => holdsObjects(list, schemas)),
  )
}

/** Tags and ids make no page. */
function holdsObjects({ items }: Schema, schemas: Schemas): boolean {
  return items !== undefined && describe([items], undefined, schemas).shape.objects.length > 0
}
