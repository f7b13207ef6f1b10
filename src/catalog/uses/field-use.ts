import { partsOf } from '../../contract/annotation/resolved-classes.js'
import type { Contract, Operation, Schema } from '../../contract/model/index.js'
import { child } from '../../util/json-pointer.js'
import { type FieldTree, fieldTree, unused, whole } from './field-tree.js'
import { propertiesIn } from './properties-in.js'

/** What of an operation's answers somebody reads. */
export interface FieldUse {
  /** Whether the place that a finding points at is read, or on the way to what is, or cannot be told. */
  covers(pointer: string): boolean
}

/** Schemas looked at, each once for every way in which it is used; beyond, everything is used. */
const most = 100_000

interface Task {
  readonly schema: Schema
  /** The part of a finding's pointer that stands for the place where its schemas start. */
  readonly unit: string
  readonly properties: readonly string[]
  readonly use: FieldTree
}

/**
 * Follows the fields through the answers of an operation, by the same places that findings name: what a reference leads to
 * is a place of its own there, whoever refers to it.
 */
export function createFieldUse(contract: Contract, operation: Operation, fields: readonly string[]): FieldUse {
  const uses = new Map<string, 'whole' | 'way' | 'unused'>()
  const units = new Set<string>()
  const seen = new Map<Schema, Set<FieldTree>>()
  const pending: Task[] = answersOf(operation).map((root) => ({ ...root, properties: [], use: fieldTree(fields) }))
  let left = most
  for (let task = pending.pop(); task && left > 0; task = pending.pop()) visit(task)
  const isComplete = left > 0

  return {
    covers(pointer) {
      const unit = isComplete ? unitOf(pointer, units) : undefined
      if (unit === undefined) return true
      const properties = propertiesIn(pointer.slice(unit.length))
      const own = uses.get(keyOf(unit, properties))
      if (own !== undefined) return own !== 'unused'
      // A property that the contract does not have, below one that it has.
      for (let length = properties.length - 1; length >= 0; length--) {
        const above = uses.get(keyOf(unit, properties.slice(0, length)))
        if (above !== undefined) return above === 'whole'
      }
      return true
    },
  }

  function visit({ schema, unit, properties, use }: Task): void {
    const ways = seen.get(schema) ?? new Set()
    if (ways.has(use)) return
    seen.set(schema, ways.add(use))
    left--
    note(unit, properties, use)
    const target = schema.ref === undefined ? undefined : contract.schemas.get(schema.ref)
    if (target?.name !== undefined)
      pending.push({ schema: target, unit: child('/schemas', target.name), properties: [], use })
    // A target without a name has no place of its own that could be told apart from others.
    else if (target && use !== unused) note(unit, properties, whole)
    const named = new Map([...(schema.properties ?? [])].map(([name, of]) => [of, name]))
    for (const part of partsOf(schema)) {
      const name = named.get(part)
      if (name === undefined) pending.push({ schema: part, unit, properties, use: below(schema, part, use) })
      else pending.push({ schema: part, unit, properties: [...properties, name], use: use.at(name) })
    }
  }

  function note(unit: string, properties: readonly string[], use: FieldTree): void {
    units.add(unit)
    const key = keyOf(unit, properties)
    const known = uses.get(key)
    if (use === whole) uses.set(key, 'whole')
    else if (known !== 'whole') uses.set(key, use === unused ? (known ?? 'unused') : 'way')
  }
}

/** The names of a map are in no contract, so one that is looked into is read as a whole. */
function below(schema: Schema, part: Schema, use: FieldTree): FieldTree {
  const isOfMap = part === schema.additionalProperties || [...(schema.patternProperties?.values() ?? [])].includes(part)
  return isOfMap && use !== unused ? whole : use
}

function answersOf(operation: Operation): readonly { readonly schema: Schema; readonly unit: string }[] {
  if (operation.kind === 'channel') return []
  const start = `${operation.method.toUpperCase()} ${operation.path}/responses`
  return operation.responses.flatMap(({ status, content }) =>
    content.flatMap(({ mediaType, schema, itemSchema }) => {
      const unit = child(child(start, status), mediaType)
      return [schema, itemSchema].flatMap((of) => (of ? [{ schema: of, unit }] : []))
    }),
  )
}

/** The longest that the pointer starts with. */
function unitOf(pointer: string, units: ReadonlySet<string>): string | undefined {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const start = pointer.slice(0, end)
    if (units.has(start)) return start
  }
  return undefined
}

function keyOf(unit: string, properties: readonly string[]): string {
  return [unit, ...properties].join('\u0000')
}
