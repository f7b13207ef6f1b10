import { didYouMean } from '../../../util/did-you-mean.js'
import { child } from '../../../util/json-pointer.js'
import { isArray, isObject, type JsonObject, type JsonValue, own } from '../../../util/own.js'
import type { Origin } from '../../model/index.js'
import type { Problems } from '../../problem.js'
import type { SourceDocument } from '../document.js'
import type { Query } from './jsonpath/ast.js'
import { parseQuery } from './jsonpath/parse-query.js'

/** An overlay document (OpenAPI Overlay 1.0 or 1.1), checked. */
export interface Overlay {
  /** URI reference of the contract it is made for. */
  readonly extends?: string
  readonly actions: readonly Action[]
  readonly at: Origin
}

export interface Action {
  readonly target: Path
  readonly change: Change
  readonly at: Origin
}

export interface Path {
  readonly text: string
  readonly query: Query
  readonly at: Origin
}

export type Change =
  | { readonly kind: 'update'; readonly value: JsonValue; readonly at: Origin }
  | { readonly kind: 'copy'; readonly source: Path }
  | { readonly kind: 'remove' }

/** Checks an overlay document and reads its actions; those with mistakes are reported and left out. */
export function readOverlay(document: SourceDocument, problems: Problems): Overlay | undefined {
  const at: Origin = { document: document.id, pointer: '' }
  const { value } = document
  if (!isObject(value)) {
    problems.report('TK1404', { field: 'document', expected: 'an object' }, { at })
    return undefined
  }
  const version = own(value, 'overlay')
  if (version === undefined) {
    problems.report('TK1403', { field: 'overlay' }, { at })
    return undefined
  }
  const minor = typeof version === 'string' ? /^1\.([01])\.\d+$/.exec(version)?.[1] : undefined
  if (minor === undefined) {
    problems.report('TK1402', { version: JSON.stringify(version) }, { at: below(at, 'overlay') })
    return undefined
  }
  warnOfUnknown(value, ['overlay', 'info', 'extends', 'actions'], at, problems)
  checkInfo(value, at, problems)
  const target = own(value, 'extends')
  if (target !== undefined && typeof target !== 'string') wrong('extends', 'a URI reference', at, problems)
  const listed = own(value, 'actions')
  const isList = isArray(listed) && listed.length > 0
  if (listed === undefined) problems.report('TK1403', { field: 'actions' }, { at })
  else if (!isList) wrong('actions', 'a list with at least one action', at, problems)
  const actions = isList ? listed : []
  const reader = { version: `1.${minor}.0`, allowsCopy: minor === '1', problems }
  return {
    ...(typeof target === 'string' && { extends: target }),
    actions: actions.flatMap((action, index) => readAction(action, below(below(at, 'actions'), index), reader) ?? []),
    at,
  }
}

interface Reader {
  readonly version: string
  readonly allowsCopy: boolean
  readonly problems: Problems
}

function checkInfo(overlay: JsonObject, at: Origin, problems: Problems): void {
  const info = own(overlay, 'info')
  if (info === undefined) problems.report('TK1403', { field: 'info' }, { at })
  else if (!isObject(info)) wrong('info', 'an object', at, problems)
  else
    for (const field of ['title', 'version']) {
      const value = own(info, field)
      if (value === undefined) problems.report('TK1403', { field }, { at: below(at, 'info'), part: 'key' })
      else if (typeof value !== 'string') wrong(field, 'a string', below(at, 'info'), problems)
    }
}

function readAction(value: JsonValue, at: Origin, reader: Reader): Action | undefined {
  const { problems } = reader
  if (!isObject(value)) {
    problems.report('TK1404', { field: 'actions', expected: 'a list of objects' }, { at })
    return undefined
  }
  warnOfUnknown(value, ['target', 'description', 'update', 'copy', 'remove'], at, problems)
  const target = readPath(value, 'target', at, problems)
  if (own(value, 'target') === undefined) problems.report('TK1403', { field: 'target' }, { at })
  const change = readChange(value, at, reader)
  return target && change && { target, change, at }
}

/** `remove` wins over the others; `update` and `copy` cancel each other out (Overlay 1.1, section "Action Object"). */
function readChange(value: JsonObject, at: Origin, { version, allowsCopy, problems }: Reader): Change | undefined {
  const remove = own(value, 'remove')
  if (remove !== undefined && typeof remove !== 'boolean') {
    wrong('remove', '`true` or `false`', at, problems)
    return undefined
  }
  if (remove) return { kind: 'remove' }
  const update = own(value, 'update')
  if (Object.hasOwn(value, 'copy')) {
    if (!allowsCopy) {
      problems.report('TK1412', { version }, { at: below(at, 'copy'), part: 'key' })
      return undefined
    }
    if (update !== undefined) {
      wrong('copy', 'left out where `update` is given', at, problems)
      return undefined
    }
    const source = readPath(value, 'copy', at, problems)
    return source && { kind: 'copy', source }
  }
  if (update !== undefined) return { kind: 'update', value: update, at: below(at, 'update') }
  problems.report('TK1413', {}, { at })
  return undefined
}

function readPath(value: JsonObject, field: string, at: Origin, problems: Problems): Path | undefined {
  const text = own(value, field)
  if (text === undefined) return undefined
  if (typeof text !== 'string') {
    wrong(field, 'a JSONPath expression', at, problems)
    return undefined
  }
  const query = parseQuery(text)
  if (!('reason' in query)) return { text, query, at: below(at, field) }
  problems.report('TK1406', { path: text, reason: query.reason, at: query.at + 1 }, { at: below(at, field) })
  return undefined
}

function warnOfUnknown(value: JsonObject, known: readonly string[], at: Origin, problems: Problems): void {
  for (const field of Object.keys(value)) {
    if (known.includes(field) || field.startsWith('x-')) continue
    const nearest = didYouMean(field, known)
    const help = nearest === undefined ? undefined : `Did you mean \`${nearest}\`?`
    problems.report('TK1405', { field }, { at: below(at, field), part: 'key', help })
  }
}

function wrong(field: string, expected: string, at: Origin, problems: Problems): void {
  problems.report('TK1404', { field, expected }, { at: below(at, field) })
}

export function below(at: Origin, token: string | number): Origin {
  return { document: at.document, pointer: child(at.pointer, token) }
}
