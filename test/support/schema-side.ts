import { createProblems } from '../../src/contract/problem.js'
import { createSchemaReader } from '../../src/contract/schema/index.js'
import type { JudgedSchema } from '../../src/contract/schema/judge/index.js'
import type { Sources } from '../../src/contract/source/index.js'
import { tokensOf } from '../../src/util/json-pointer.js'
import { isArray, isObject, type JsonValue, own } from '../../src/util/own.js'

/** A schema in memory, JSON Schema 2020-12, as the contract's reader makes it. References are pointers into it. */
export function sideOf(document: unknown): JudgedSchema {
  // As a parser gives it: nothing is shared, and `__proto__` is a member like any other.
  const value = JSON.parse(JSON.stringify(document)) as JsonValue
  const problems = createProblems()
  const schemas = createSchemaReader({ sources: memory(value), problems, dialect: 'json-schema-2020-12' })
  const schema = schemas.read(value, { document: 'schema.json', pointer: '' })
  return { schema, schemas: schemas.schemas() }
}

function memory(value: JsonValue): Sources {
  const file = 'schema.json'
  const root = { id: file, file, format: 'json', sha256: '', bytes: Buffer.of(), mayIdentify: true, value } as const
  return {
    root,
    documents: () => [root],
    resolve(ref, from) {
      const pointer = decodeURIComponent(ref.slice(1))
      let found: JsonValue | undefined = value
      for (const token of tokensOf(pointer)) {
        found = isArray(found) ? found[Number(token)] : isObject(found) ? own(found, token) : undefined
      }
      return found === undefined ? undefined : { value: found, at: { document: from.document, pointer } }
    },
    pending: () => [],
    fetchPending: () => Promise.resolve(),
    span: () => ({ file: root.file, line: 1, column: 1, pointer: '' }) as never,
    spans: () => [],
  }
}
