/** What one edit around schemas does, thought through without asking the tool. */
import { isArray, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { type Format, responsesOf, type Versions, withResponse } from './formats.js'
import type { Expected, Operator } from './mutant.js'

export interface ContractOperator extends Pick<Operator, 'name' | 'because'> {
  readonly expected: Expected
  readonly inverse?: readonly [name: string, expected: Expected]
  /** Two versions of an operation; undefined where the operator does not apply. */
  readonly versions: (operation: JsonObject, document: JsonObject, format: Format) => Versions
}

const ok = 'not breaking'

export const contractOperators: readonly ContractOperator[] = [
  {
    name: 'required parameter added',
    expected: 'breaking',
    inverse: ['required parameter removed', ok],
    because: 'nobody sends it yet; removed, it is sent in vain, which is a warning',
    versions: (operation, _document, { parameter }) => [operation, withParameter(operation, required(parameter))],
  },
  {
    name: 'optional parameter added',
    expected: ok,
    inverse: ['optional parameter removed', ok],
    because: 'nobody has to send it; removed, it is sent in vain, which is a warning',
    versions: (operation, _document, { parameter }) => [operation, withParameter(operation, parameter)],
  },
  {
    name: 'parameter became required',
    expected: 'breaking',
    inverse: ['parameter became optional', ok],
    because: 'whoever left it out is refused',
    versions: (operation, _document, { parameter }) => [
      withParameter(operation, parameter),
      withParameter(operation, required(parameter)),
    ],
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
    versions: (operation, document, { requestTypes }) => requestTypes(operation, document),
  },
  {
    name: 'media type of a response removed',
    expected: 'breaking',
    inverse: ['media type of a response added', ok],
    because: 'whoever asks for it gets none; nobody gets a new one without asking',
    versions: (operation, document, { responseTypes }) => responseTypes(operation, document),
  },
  {
    name: 'required header of a response removed',
    expected: 'breaking',
    inverse: ['required header of a response added', ok],
    because: 'readers were promised it; one more they pass over',
    versions: (operation, document, { header }) =>
      'swagger' in document
        ? undefined
        : withResponse(operation, (response) => [withHeader(response, required(header)), response]),
  },
  {
    name: 'optional header of a response removed',
    expected: ok,
    inverse: ['optional header of a response added', ok],
    because: 'nobody could rely on it',
    versions: (operation, _document, { header }) =>
      withResponse(operation, (response) => [withHeader(response, header), response]),
  },
  {
    name: 'security tightened',
    expected: 'breaking',
    inverse: ['security loosened', ok],
    because: 'what was enough is not any more; the other way nobody is refused',
    versions: (operation, document, { schemes }) => {
      const [name, other] = schemes(document)
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
    versions: (operation, document, { schemes }) => {
      const [name] = schemes(document)
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

function required(parameter: JsonObject): JsonObject {
  return { ...parameter, required: true }
}

function withParameter(operation: JsonObject, added: JsonValue): JsonObject {
  const { parameters } = operation
  return { ...operation, parameters: [...(isArray(parameters) ? parameters : []), added] }
}

function withHeader(response: JsonObject, header: JsonObject): JsonObject {
  return { ...response, headers: { ...(response['headers'] as JsonObject | undefined), 'X-Mutation': header } }
}
