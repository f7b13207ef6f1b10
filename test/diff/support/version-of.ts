import type { JsonObject } from '../../../src/util/own.js'

/** The version of the standard as a document says it; empty when it says none. */
export function versionOf(document: JsonObject, key: 'openapi' | 'asyncapi'): string {
  const version = document[key]
  return typeof version === 'string' ? version : ''
}
