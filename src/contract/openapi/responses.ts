import { type JsonValue, own } from '../../util/own.js'
import { readContentAnnotations } from '../annotation/index.js'
import type { Link, RequestBody, Response } from '../model/index.js'
import { readContent, readHeaders } from './media-types.js'
import {
  below,
  checkFields,
  entriesOf,
  flagOf,
  type Node,
  nameOf,
  once,
  present,
  type Reading,
  textOf,
} from './reading.js'
import { type Target, target } from './reference.js'

export function readRequestBody(reading: Reading, node: Node): RequestBody | undefined {
  const found = own(node.value, 'requestBody')
  const body = found === undefined ? undefined : target(reading, 'requestBody', found, below(node.at, 'requestBody'))
  return body && once(reading, 'request body', body, () => readBody(reading, body))
}

function readBody(reading: Reading, body: Target): RequestBody {
  checkFields(reading, body, 'request body')
  return present({
    kind: 'request-body' as const,
    description: body.description ?? textOf(reading, body, 'description'),
    required: flagOf(reading, body, 'required') ?? false,
    content: readContent(reading, body),
    ...readContentAnnotations(body.value, body.at, reading.problems),
    at: body.at,
  })
}

/** All responses of an operation, by the reader of one of them. */
export function readResponses(
  reading: Reading,
  node: Node,
  read: (reading: Reading, status: string, response: Target) => Response,
): readonly Response[] {
  return entriesOf(reading, node, 'responses').flatMap(({ key, value, at }) => {
    const status = readStatus(key)
    if (status === undefined) {
      reading.problems.report('TK1118', { status: key }, { at, part: 'key' })
      return []
    }
    const found = target(reading, key, value, at)
    return found ? [read(reading, status, found)] : []
  })
}

function readStatus(key: string): string | undefined {
  if (key === 'default' || /^[1-5]\d\d$/.test(key)) return key
  return /^[1-5]xx$/i.test(key) ? key.toUpperCase() : undefined
}

export function readResponse(reading: Reading, status: string, node: Target): Response {
  return { ...once(reading, 'response', node, () => readStatusless(reading, node)), status }
}

function readStatusless(reading: Reading, node: Target): Response {
  checkFields(reading, node, 'response')
  return present({
    kind: 'response' as const,
    status: '',
    description:
      node.description ?? textOf(reading, node, 'description') ?? node.summary ?? textOf(reading, node, 'summary'),
    headers: readHeaders(reading, node),
    content: readContent(reading, node),
    links: readLinks(reading, node),
    ...readContentAnnotations(node.value, node.at, reading.problems),
    at: node.at,
  })
}

function readLinks(reading: Reading, node: Node): readonly Link[] {
  return entriesOf(reading, node, 'links').flatMap(({ key, value, at }) => {
    const link = target(reading, key, value, at)
    if (!link) return []
    checkFields(reading, link, 'link')
    const parameters = new Map<string, JsonValue>()
    for (const parameter of entriesOf(reading, link, 'parameters')) parameters.set(parameter.key, parameter.value)
    return present({
      name: key,
      operationId: nameOf(reading, link, 'operationId'),
      operationRef: nameOf(reading, link, 'operationRef'),
      parameters,
      description: link.description ?? textOf(reading, link, 'description'),
      at: link.at,
    })
  })
}
