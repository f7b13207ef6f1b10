import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { at, entries } from './paths.js'
import type { OperationPlace, Site } from './sites.js'

/** What goes over the wire by an operation of Swagger 2; parameters and headers are their own schemas there. */
export function swaggerSites(document: JsonObject, { name: operation, path }: OperationPlace): readonly Site[] {
  const node = at(document, path) as JsonObject
  const parameters = isArray(node['parameters']) ? node['parameters'] : []
  const asked = parameters.flatMap((_, index): readonly Site[] => {
    const to = [...path, 'parameters', index]
    const parameter = at(document, to)
    if (!isObject(parameter)) return []
    if (parameter['in'] === 'query')
      return [{ polarity: 'input', isText: true, site: 'query parameter', operation, path: to }]
    return parameter['in'] === 'body' && isJson(mediaTypesOf(node, document, 'consumes'))
      ? [{ polarity: 'input', isText: false, site: 'request body', operation, path: [...to, 'schema'] }]
      : []
  })
  const answers = entries(node['responses']).flatMap(([status]): readonly Site[] => {
    const to = [...path, 'responses', status]
    const response = at(document, to)
    if (!isObject(response)) return []
    const headers = entries(response['headers']).map(
      ([name]): Site => ({
        ...{ polarity: 'output', isText: true, site: 'response header', operation },
        path: [...to, 'headers', name],
      }),
    )
    const isMet = isObject(response['schema']) && isJson(mediaTypesOf(node, document, 'produces'))
    return isMet
      ? [...headers, { polarity: 'output', isText: false, site: 'response', operation, path: [...to, 'schema'] }]
      : headers
  })
  return [...asked, ...answers]
}

export function mediaTypesOf(
  operation: JsonObject,
  document: JsonObject,
  side: 'consumes' | 'produces',
): readonly JsonValue[] | undefined {
  const listed = operation[side] ?? document[side]
  return isArray(listed) ? listed : undefined
}

function isJson(types: readonly JsonValue[] | undefined): boolean {
  return types === undefined || types.includes('application/json')
}
