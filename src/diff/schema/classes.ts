import { effectiveClassification } from '../../contract/annotation/index.js'
import type { Annotated, Classification, Contract, Schema } from '../../contract/model/index.js'

/**
 * The classes that hold for schemas of both versions in their places: declared, handed down by a container, or said by
 * the target of a reference. Each comes with the place of the word that decides, so what one word changes in many places
 * has one origin.
 */
export interface Classes {
  /** Undefined: nobody has classified it. */
  readonly before: (schema: Schema) => Annotated<Classification> | undefined
  readonly after: (schema: Schema) => Annotated<Classification> | undefined
}

export function createClasses(base: Contract, head: Contract): Classes {
  const before = effectiveClassification(base).resolved
  const after = effectiveClassification(head).resolved
  if (before.isEmpty && after.isEmpty) return unclassified
  return { before: before.decided, after: after.decided }
}

const unclassified: Classes = { before: () => undefined, after: () => undefined }
