import type { Severity } from '../../diagnostic/index.js'
import { child } from '../../util/json-pointer.js'
import { isObject, type JsonObject, own } from '../../util/own.js'
import type { Annotated, Origin } from '../model/index.js'
import type { Problems } from '../problem.js'
import type { Shape } from './shape.js'

/** What one extension of a node says. `unreadable`: it is there, and what it says has been reported as refused. */
export type Extension<T> = Annotated<T> | 'unreadable' | undefined

export function readExtension<T>(
  node: JsonObject,
  at: Origin,
  extension: string,
  shape: Shape<T>,
  problems: Problems,
  severity: Severity = 'error',
): Extension<T> {
  const value = own(node, extension)
  if (value === undefined) return undefined
  const place = extensionAt(at, extension)
  const read = shape.read(value, { extension, at: place, problems, severity })
  return read === undefined ? 'unreadable' : { value: read, at: place }
}

/** The same for what is said of a whole document, which its `info` may say for it. */
export function readDocumentExtension<T>(
  root: JsonObject,
  at: Origin,
  extension: string,
  shape: Shape<T>,
  problems: Problems,
): Extension<T> {
  const info = own(root, 'info')
  if (Object.hasOwn(root, extension) || !isObject(info)) return readExtension(root, at, extension, shape, problems)
  return readExtension(info, extensionAt(at, 'info'), extension, shape, problems)
}

export function extensionAt(at: Origin, extension: string): Origin {
  return { document: at.document, pointer: child(at.pointer, extension) }
}

/** The first of several spellings that stands on the node. */
export function firstOf(node: JsonObject, names: readonly string[]): string | undefined {
  return names.find((name) => Object.hasOwn(node, name))
}
