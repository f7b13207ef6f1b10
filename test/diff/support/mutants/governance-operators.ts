import { isObject } from '../../../../src/util/own.js'
import type { SchemaOperator } from './schema-operators.js'

/** Edits of what is said about data, between two classes that are written out where the value is. */
export const governanceOperators: readonly SchemaOperator[] = [
  classified('classification raised', 'classification lowered', 'internal', 'restricted'),
  classified('category raised', 'category lowered', 'telemetry', 'contact.email'),
]

function classified(name: string, inverse: string, low: string, high: string): SchemaOperator {
  return {
    name,
    inverse,
    input: 'not breaking',
    output: 'breaking',
    messages: 'not breaking',
    taken: { input: 'not breaking', output: 'breaking' },
    alsoText: true,
    isAlone: true,
    isUnseen: true,
    because:
      'answers are masked by the clearance of the caller: raised, the value is masked from now on; lowered, everybody sees it, which a security reviewer has to let pass; what is sent to the API and messages are not masked',
    versions: (schema) => {
      const { type } = schema
      if (typeof type !== 'string' || type === 'object' || type === 'array' || type === 'null') return undefined
      if (isObject(schema['x-data-classification']) || schema['format'] === 'password') return undefined
      return [
        { ...schema, 'x-data-classification': low },
        { ...schema, 'x-data-classification': high },
      ]
    },
  }
}
