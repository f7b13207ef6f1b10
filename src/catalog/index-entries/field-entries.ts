import {
  bodyContents,
  parameterContents,
  requestSchemas,
  responseSchemas,
} from '../../contract/annotation/contract-schemas.js'
import { effectiveClassification } from '../../contract/annotation/effective.js'
import { partsOf } from '../../contract/annotation/resolved-classes.js'
import type { Contract, Schema } from '../../contract/model/index.js'
import { tokensOf } from '../../util/json-pointer.js'
import type { CatalogEntry, PartName } from '../model/index.js'
import { pointerOf } from './pointer-of.js'
import { operationKey, schemaKey } from './portrait/index.js'
import { shortLabel, shortText } from './short-text.js'

interface Task {
  readonly schema: Schema
  /** What holds it: `Order.lines`. */
  readonly path: string
  /** The name of the property that it is, when it is one. */
  readonly name?: string
  /** Whose page shows it. */
  readonly part?: PartName
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
    const { schema, path, name, part } = task
    if (seen.has(schema)) continue
    seen.add(schema)
    if (name !== undefined) entries.push(entryOf(task, name))
    pending.push(
      ...partsIn(schema, path)
        .map((each) => ({ ...each, ...(part && { part }) }))
        .reverse(),
    )
  }
  return entries

  function entryOf({ schema, path, part }: Task, name: string): CatalogEntry {
    const classification = of(schema)
    const { sensitivity, category } = classification ?? {}
    return {
      kind: 'field',
      label: path,
      text: shortText([name, schema.title, schema.description, schema.format]),
      ...(sensitivity !== undefined && { sensitivity }),
      ...(category !== undefined && { category }),
      ...(part && { part }),
      pointer: pointerOf(schema.at, contract),
    }
  }
}

function rootsOf(contract: Contract): Task[] {
  const named = [...contract.schemas.values()].map((schema): Task => {
    const part: PartName = { kind: 'schema', key: schemaKey(schema, contract) }
    return { schema, path: shortLabel(rootName(schema)), part }
  })
  const holders = new Map<Schema, PartName>()
  for (const operation of contract.operations) {
    const part: PartName = { kind: 'operation', key: operationKey(operation.id) }
    for (const schema of [...requestSchemas(operation), ...responseSchemas(operation)]) holders.set(schema, part)
  }
  const inline = [...bodyContents(contract), ...parameterContents(contract)].map(({ schema }): Task => {
    const part = holders.get(schema)
    return { schema, path: shortLabel(rootName(schema)), ...(part && { part }) }
  })
  return [...named, ...inline]
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
