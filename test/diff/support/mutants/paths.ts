import { isArray, isObject, type JsonObject, type JsonValue } from '../../../../src/util/own.js'
import { lookUp } from '../transform/inline-references.js'

export type Path = readonly (string | number)[]

/** What stands at the end of a path, over references. */
export function at(document: JsonObject, path: Path): JsonValue | undefined {
  let value: JsonValue | undefined = document
  for (const step of path) {
    if (isArray(value)) value = value[Number(step)]
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
    if (value !== undefined) value = resolved(document, value)
  }
  return value
}

/** A copy of the document in which nothing else shares what stands at the end of the path. */
export function ownCopy(document: JsonObject, path: Path): JsonObject {
  const copy = structuredClone(document) as Record<string, JsonValue>
  let value: JsonValue = copy
  for (const step of path) {
    const holder = value as Record<string | number, JsonValue>
    const next: JsonValue = holder[step] as JsonValue
    value = resolved(document, next)
    if (value !== next) {
      value = structuredClone(value)
      Object.defineProperty(holder, step, { value, enumerable: true, writable: true, configurable: true })
    }
  }
  return copy
}

/** Puts a value at the end of a path of a copy; undefined takes what is there away. */
export function put(copy: JsonObject, path: Path, value: JsonValue | undefined): void {
  const holder = path.slice(0, -1).reduce((at: JsonValue, step) => (at as JsonObject)[step] as JsonValue, copy)
  const last = path.at(-1) as string | number
  if (isArray(holder) && value === undefined) (holder as JsonValue[]).splice(Number(last), 1)
  else if (value === undefined) Reflect.deleteProperty(holder as object, last)
  else Object.defineProperty(holder, last, { value, enumerable: true, writable: true, configurable: true })
}

export function entries(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isObject(value) ? Object.entries(value) : []
}

/** Over references that stand alone; others are left, and then nothing below is a place. */
function resolved(document: JsonObject, value: JsonValue): JsonValue {
  let found = value
  for (let turn = 0; turn < 10; turn++) {
    if (!isObject(found) || typeof found['$ref'] !== 'string' || Object.keys(found).length > 1) return found
    const target = found['$ref'].startsWith('#/') ? lookUp(document, found['$ref']) : undefined
    if (target === undefined) return found
    found = target
  }
  return found
}
