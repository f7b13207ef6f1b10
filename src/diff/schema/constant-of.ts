import type { Schema } from '../../contract/model/index.js'
import { compareText } from '../../util/compare.js'
import type { JsonValue } from '../../util/own.js'

/** A member with the one value that it must have. */
export interface Constant {
  readonly name: string
  readonly value: JsonValue
}

type Limited = Pick<Schema, 'required' | 'properties' | 'allOf'>

/**
 * A required member of one value only, whichever part of the schema says so: what most often tells an alternative from
 * the others.
 */
export function constantOf(schema: Limited): Constant | undefined {
  const parts: readonly Limited[] = [schema, ...(schema.allOf ?? [])]
  for (const name of parts.flatMap(({ required = [] }) => required).sort(compareText)) {
    for (const { properties } of parts) {
      const values = properties?.get(name)?.enum
      if (values?.length === 1) return { name, value: values[0] as JsonValue }
    }
  }
  return undefined
}
