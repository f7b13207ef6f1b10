import { bodyContents, parameterContents } from '../../contract/annotation/contract-schemas.js'
import { effectiveClassification } from '../../contract/annotation/effective.js'
import { partsOf } from '../../contract/annotation/resolved-classes.js'
import type { Contract, Schema } from '../../contract/model/index.js'
import { tokensOf } from '../../util/json-pointer.js'
import type { CatalogEntry } from '../model/index.js'
import { pointerOf } from './pointer-of.js'
import { shortLabel, shortText } from './short-text.js'

interface Task {
  readonly schema: Schema
  /** What holds it: `Order.lines`. */
  readonly path: string
  /** The name of the property that it is, when it is one. */
  readonly name?: string
}

/**
 * The properties of all schemas, each schema once: those that have a name, then those that stand in operations and channels
 * themselves. A reference is not followed, for its target is among them; so however a contract goes in circles, this ends.
 */
export function fieldEntries(contract: Contract, most: number): readonly CatalogEntry[] {
  const { of } = effectiveClassification(contract)
  const seen = new Set<Schema>()
  const entries: CatalogEntry[] = []
  const pending = rootsOf(contract).reverse()
  for (let task = pending.pop(); task && entries.length < most; task = pending.pop()) {
    const { schema, path, name } = task
    if (seen.has(schema)) continue
    seen.add(schema)
    if (name !== undefined) entries.push(entryOf(schema, path, name))
    pending.push(...partsIn(schema, path).reverse())
  }
  return entries

  function entryOf(schema: Schema, path: string, name: string): CatalogEntry {
    const classification = of(schema)
    const { sensitivity, category } = classification ?? {}
    return {
      kind: 'field',
      label: path,
      text: shortText([name, schema.title, schema.description, schema.format]),
      ...(sensitivity !== undefined && { sensitivity }),
      ...(category !== undefined && { category }),
      pointer: pointerOf(schema.at, contract),
    }
  }
}

function rootsOf(contract: Contract): Task[] {
  const named = [...contract.schemas.values()].map((schema) => ({ schema, path: shortLabel(rootName(schema)) }))
  const inline = [...bodyContents(contract), ...parameterContents(contract)]
  return [...named, ...inline.map(({ schema }) => ({ schema, path: shortLabel(rootName(schema)) }))]
}

/** A schema without a name is called by where it stands. */
function rootName({ name, at }: Schema): string {
  return name ?? tokensOf(at.pointer).filter(isTelling).join(' ')
}

function isTelling(token: string): boolean {
  return !['paths', 'components', 'content', 'schema', 'properties', 'items'].includes(token)
}

/** Items of a list have the path of the list. */
function partsIn(schema: Schema, path: string): Task[] {
  const properties = schema.properties ?? new Map<string, Schema>()
  const named = new Set(properties.values())
  const rest = partsOf(schema).filter((part) => !named.has(part))
  return [
    ...[...properties].map(([name, of]) => ({ schema: of, path: shortLabel(`${path}.${name}`), name })),
    ...rest.map((of) => ({ schema: of, path })),
  ]
}
