/** What one edit around schemas does, thought through without asking the tool. */
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { type Random, sampled } from '../transform/random.js'
import type { Expected, Mutant, Operator } from './mutant.js'
import { at, operationsOf, ownCopy, type Path, put } from './places.js'

interface ContractOperator extends Pick<Operator, 'name' | 'because'> {
  readonly expected: Expected
  readonly inverse?: readonly [name: string, expected: Expected]
  /** Two versions of an operation of OpenAPI 3; undefined where the operator does not apply. */
  readonly versions: (operation: JsonObject, document: JsonObject) => readonly [JsonObject, JsonObject] | undefined
}

const ok = 'not breaking'
const parameter = { name: 'mutation', in: 'query', schema: { type: 'string' } }
const required = { ...parameter, required: true }

export const contractOperators: readonly ContractOperator[] = [
  {
    name: 'required parameter added',
    expected: 'breaking',
    inverse: ['required parameter removed', ok],
    because: 'nobody sends it yet; removed, it is sent in vain, which is a warning',
    versions: (operation) => [operation, withParameter(operation, required)],
  },
  {
    name: 'optional parameter added',
    expected: ok,
    inverse: ['optional parameter removed', ok],
    because: 'nobody has to send it; removed, it is sent in vain, which is a warning',
    versions: (operation) => [operation, withParameter(operation, parameter)],
  },
  {
    name: 'parameter became required',
    expected: 'breaking',
    inverse: ['parameter became optional', ok],
    because: 'whoever left it out is refused',
    versions: (operation) => [withParameter(operation, parameter), withParameter(operation, required)],
  },
  {
    name: 'error response added',
    expected: ok,
    inverse: ['error response removed', ok],
    because: 'an error is handled as one; one case less is no loss',
    versions: (operation) => {
      const responses = responsesOf(operation)
      if ('418' in responses || 'default' in responses || '4XX' in responses) return undefined
      return [operation, { ...operation, responses: { ...responses, 418: { description: 'A teapot.' } } }]
    },
  },
  {
    name: 'success response removed',
    expected: 'breaking',
    inverse: ['success response added', ok],
    because: 'callers wait for the success that was promised; a further one they may not know, which is a warning',
    versions: (operation) => {
      const responses = responsesOf(operation)
      if ('207' in responses || '2XX' in responses || 'default' in responses) return undefined
      return [{ ...operation, responses: { ...responses, 207: { description: 'Several.' } } }, operation]
    },
  },
  {
    name: 'media type of a request removed',
    expected: 'breaking',
    inverse: ['media type of a request added', ok],
    because: 'a body of that type is refused; nobody has to use a new one',
    versions: (operation) => {
      const { requestBody } = operation
      const content = isObject(requestBody) && isObject(requestBody['content']) ? requestBody['content'] : undefined
      if (!content || 'text/csv' in content || Object.keys(content).some((type) => type.includes('*'))) return undefined
      const wider = {
        ...(requestBody as JsonObject),
        content: { ...content, 'text/csv': { schema: { type: 'string' } } },
      }
      return [{ ...operation, requestBody: wider }, operation]
    },
  },
  {
    name: 'media type of a response removed',
    expected: 'breaking',
    inverse: ['media type of a response added', ok],
    because: 'whoever asks for it gets none; nobody gets a new one without asking',
    versions: (operation) =>
      withResponse(operation, (response) => {
        const content = isObject(response['content']) ? response['content'] : undefined
        if (!content || 'text/csv' in content || Object.keys(content).some((type) => type.includes('*')))
          return undefined
        return [{ ...response, content: { ...content, 'text/csv': { schema: { type: 'string' } } } }, response]
      }),
  },
  {
    name: 'required header of a response removed',
    expected: 'breaking',
    inverse: ['required header of a response added', ok],
    because: 'readers were promised it; one more they pass over',
    versions: (operation) => withResponse(operation, (response) => [withHeader(response, true), response]),
  },
  {
    name: 'optional header of a response removed',
    expected: ok,
    inverse: ['optional header of a response added', ok],
    because: 'nobody could rely on it',
    versions: (operation) => withResponse(operation, (response) => [withHeader(response, false), response]),
  },
  {
    name: 'security tightened',
    expected: 'breaking',
    inverse: ['security loosened', ok],
    because: 'what was enough is not any more; the other way nobody is refused',
    versions: (operation, document) => {
      const scheme = isObject(document['components']) && document['components']['securitySchemes']
      const [name, other] = isObject(scheme) ? Object.keys(scheme) : []
      if (name === undefined || other === undefined) return undefined
      return [
        { ...operation, security: [{ [name]: [] }] },
        { ...operation, security: [{ [name]: [], [other]: [] }] },
      ]
    },
  },
  {
    name: 'security introduced',
    expected: 'breaking',
    inverse: ['security dropped', 'breaking'],
    because: 'whoever called without is refused; dropped, anybody may call, which a security reviewer has to let pass',
    versions: (operation, document) => {
      const scheme = isObject(document['components']) && document['components']['securitySchemes']
      const [name] = isObject(scheme) ? Object.keys(scheme) : []
      return name === undefined
        ? undefined
        : [
            { ...operation, security: [] },
            { ...operation, security: [{ [name]: [] }] },
          ]
    },
  },
  {
    name: 'words about an operation changed',
    expected: 'silent',
    because: 'words for people promise nothing',
    versions: (operation) => [operation, { ...operation, description: 'In other words.' }],
  },
]

/** Edits of the document as a whole. */
export const documentOperators: readonly (Omit<ContractOperator, 'versions'> & {
  readonly documents: (document: JsonObject) => readonly [JsonObject, JsonObject] | undefined
})[] = [
  {
    name: 'operation removed',
    expected: 'breaking',
    inverse: ['operation added', ok],
    because: 'whoever calls it gets an error; nobody calls a new one',
    documents: (document) => {
      const item = { get: { operationId: 'mutation', responses: { 204: { description: 'None.' } } } }
      return [{ ...document, paths: { ...(document['paths'] as JsonObject), '/mutation/of/paths': item } }, document]
    },
  },
  {
    name: 'server removed',
    expected: 'breaking',
    inverse: ['server added', ok],
    because: 'whoever calls there gets no answer; nobody has to use a new one',
    documents: (document) => {
      const servers = isArray(document['servers']) ? document['servers'] : []
      if (servers.length === 0) return undefined
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

/** Every operator at some operations, in both directions. */
export function contractMutants(document: JsonObject, perOperator: number, random: Random): readonly Mutant[] {
  if (!('openapi' in document)) return []
  const operations = operationsOf(document)
  const inOperations = contractOperators.flatMap((operator) =>
    sampled(operations, perOperator, random).flatMap(({ name, path }) => {
      const versions = operator.versions(ownOperation(document, path), document)
      if (!versions) return []
      const [before, after] = versions.map((operation) => {
        const copy = ownCopy(document, path)
        put(copy, path, operation)
        return copy
      }) as [JsonObject, JsonObject]
      return mutantsOf(operator, before, after, name)
    }),
  )
  const whole = documentOperators.flatMap((operator) => {
    const versions = operator.documents(document)
    return versions && operations.length > 0 ? mutantsOf(operator, ...versions) : []
  })
  return [...inOperations, ...whole]
}

/** The operation, with bodies and answers of its own in place of references. */
function ownOperation(document: JsonObject, path: Path): JsonObject {
  let copy = document
  for (const below of [
    ['requestBody'],
    ...Object.keys(responsesOf(at(document, path) as JsonObject)).map((status) => ['responses', status]),
  ])
    if (at(copy, [...path, ...below]) !== undefined) copy = ownCopy(copy, [...path, ...below])
  return at(copy, path) as JsonObject
}

function mutantsOf(
  { name, expected, inverse }: Omit<ContractOperator, 'versions'>,
  before: JsonObject,
  after: JsonObject,
  operation?: string,
): readonly Mutant[] {
  const common = {
    ...{ polarity: 'input' as const, where: operation ?? 'the document', needsWitness: false },
    names: operation === undefined ? {} : { operation },
  }
  const there = { ...common, operator: name, expected, before, after }
  if (!inverse) return [there]
  return [there, { ...common, operator: inverse[0], expected: inverse[1], before: after, after: before }]
}

function withParameter(operation: JsonObject, added: JsonValue): JsonObject {
  const { parameters } = operation
  return { ...operation, parameters: [...(isArray(parameters) ? parameters : []), added] }
}

function responsesOf({ responses }: JsonObject): JsonObject {
  return isObject(responses) ? responses : {}
}

/** Both versions of the first answer that something can be done to. */
function withResponse(
  operation: JsonObject,
  change: (response: JsonObject) => readonly [JsonObject, JsonObject] | undefined,
): readonly [JsonObject, JsonObject] | undefined {
  const responses = responsesOf(operation)
  for (const [status, response] of Object.entries(responses)) {
    if (!/^2\d\d$/.test(status) || !isObject(response) || '$ref' in response) continue
    const changed = change(response)
    if (!changed) continue
    const [before, after] = changed.map((each) => ({ ...operation, responses: { ...responses, [status]: each } }))
    return [before as JsonObject, after as JsonObject]
  }
  return undefined
}

function withHeader(response: JsonObject, isRequired: boolean): JsonObject {
  const header = { required: isRequired, schema: { type: 'string' } }
  return { ...response, headers: { ...(response['headers'] as JsonObject | undefined), 'X-Mutation': header } }
}
