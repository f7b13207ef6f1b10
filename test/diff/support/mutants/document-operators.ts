import { isArray, isObject, type JsonObject } from '../../../../src/util/own.js'
import type { ContractOperator } from './contract-operators.js'
import type { Versions } from './formats.js'

/** Edits of the document as a whole. */
export interface DocumentOperator extends Omit<ContractOperator, 'versions'> {
  readonly documents: (document: JsonObject) => Versions
}

export const documentOperators: readonly DocumentOperator[] = [
  {
    name: 'operation removed',
    expected: 'breaking',
    inverse: ['operation added', 'not breaking'],
    because: 'whoever calls it gets an error; nobody calls a new one',
    documents: (document) => {
      const item = { get: { operationId: 'mutation', responses: { 204: { description: 'None.' } } } }
      return [{ ...document, paths: { ...(document['paths'] as JsonObject), '/mutation/of/paths': item } }, document]
    },
  },
  {
    name: 'server removed',
    expected: 'breaking',
    inverse: ['server added', 'not breaking'],
    because: 'whoever calls there gets no answer; nobody has to use a new one',
    documents: (document) => {
      const servers = isArray(document['servers']) ? document['servers'] : []
      // Where paths have servers of their own, those of the document serve nobody.
      const isOverruled = Object.values((document['paths'] as JsonObject | undefined) ?? {}).some(
        (item) => isObject(item) && 'servers' in item,
      )
      if (servers.length === 0 || isOverruled) return undefined
      return [{ ...document, servers: [...servers, { url: 'https://mutation.example.com/v9' }] }, document]
    },
  },
  {
    name: 'scope of tenants widened',
    expected: 'breaking',
    inverse: ['scope of tenants narrowed', 'breaking'],
    because:
      'others than the tenant may see what was theirs, which a governance reviewer has to let pass; narrowed, whoever called as nobody is refused',
    documents: (document) => [
      { ...document, 'x-tenant-scope': 'tenant' },
      { ...document, 'x-tenant-scope': 'public' },
    ],
  },
]
