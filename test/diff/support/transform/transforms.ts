import type { JsonObject } from '../../../../src/util/own.js'
import { inlineReferences } from './inline-references.js'
import { mergeCompositions } from './merge-compositions.js'
import { toOpenApi31, toOpenApi32 } from './next-openapi.js'
import { reorder } from './reorder.js'
import { splitCompositions } from './split-compositions.js'

export type Transform = (document: JsonObject) => JsonObject

/** Other ways to write a contract of OpenAPI 3.0, in one file. */
export const transforms: Readonly<Record<string, Transform>> = {
  'in another order': (document) => reorder(document, 5),
  'with its references inlined': inlineReferences,
  'with its schemas split into compositions': splitCompositions,
  'with its compositions merged': mergeCompositions,
  'as OpenAPI 3.1': toOpenApi31,
  'as OpenAPI 3.2': (document) => toOpenApi32(toOpenApi31(document)),
  'as OpenAPI 3.2, in another order, without references, split': (document) =>
    splitCompositions(reorder(inlineReferences(toOpenApi32(toOpenApi31(document))), 3)),
}
