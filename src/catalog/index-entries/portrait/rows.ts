import { effectiveClassification } from '../../../contract/annotation/effective.js'
import type { Contract, Schema } from '../../../contract/model/index.js'
import type { PartRow } from '../../model/index.js'
import { clip, lengths } from './clip.js'
import { notesOf } from './notes.js'
import { typeWords } from './type-words.js'

/** Schemas below one another in one place; what is nested deeper is found in the document. */
const mostDepth = 12

interface Task {
  readonly schema: Schema
  readonly path: string
  readonly depth: number
  /** Absent: the value itself, which has no row of its own. */
  readonly row?: { readonly isRequired: boolean }
}

/**
 * The values that can stand in a schema, by their paths. References are not followed, for what they lead to has a page of
 * its own: so however a contract goes in circles, this ends.
 */
export function* rowsBelow(start: Schema, contract: Contract): Generator<PartRow> {
  const pending: Task[] = [{ schema: start, path: '', depth: 0 }]
  for (let task = pending.pop(); task; task = pending.pop()) {
    if (task.row) yield rowOf(task.schema, task.path, { contract, isRequired: task.row.isRequired })
    if (task.depth < mostDepth) pending.push(...below(task).reverse())
  }
}

interface RowOptions {
  readonly contract: Contract
  readonly isRequired: boolean
}

/** The row of one value. */
export function rowOf(schema: Schema, name: string, { contract, isRequired }: RowOptions): PartRow {
  const { sensitivity, category } = effectiveClassification(contract).of(schema) ?? {}
  const text = schema.description ?? schema.title
  return {
    // Of a path that is too long its end says more.
    name: name.length > lengths.name ? `…${name.slice(1 - lengths.name)}` : name,
    type: typeWords(schema, contract),
    ...(isRequired && { required: true as const }),
    ...(text !== undefined && { description: clip(text, lengths.line) }),
    notes: notesOf(schema),
    ...(sensitivity !== undefined && { sensitivity }),
    ...(category !== undefined && { category }),
  }
}

/** Items of a list, and parts of what is put together, have the path of what holds them. */
function below({ schema, path, depth }: Task): Task[] {
  const at = (nested: Schema, name: string, isRequired = false): Task => ({
    schema: nested,
    path: name,
    depth: depth + 1,
    row: { isRequired },
  })
  const within = (nested: Schema, name = path): Task => ({ schema: nested, path: name, depth: depth + 1 })
  const required = new Set(schema.required)
  const prefix = path === '' ? '' : `${path}.`
  return [
    ...[...(schema.properties ?? [])].map(([name, of]) => at(of, `${prefix}${name}`, required.has(name))),
    ...[...(schema.patternProperties ?? [])].map(([pattern, of]) => at(of, `${prefix}/${pattern}/`)),
    ...(isTelling(schema.additionalProperties) ? [at(schema.additionalProperties, `${prefix}*`)] : []),
    ...(schema.items ? [within(schema.items, `${path}[]`)] : []),
    ...(schema.prefixItems ?? []).map((of, index) => at(of, `${path}[${index}]`)),
    ...(schema.allOf ?? []).map((of) => within(of)),
    ...[...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap((of, index) =>
      // What has nothing in it stands in the type.
      children(of) ? [at(of, `${path === '' ? '' : `${path} `}(option ${index + 1})`)] : [],
    ),
  ]
}

function isTelling(schema: Schema | undefined): schema is Schema {
  return schema !== undefined && schema.always === undefined
}

function children({ properties, items, allOf, additionalProperties, patternProperties }: Schema): boolean {
  return [properties, items, allOf, patternProperties].some(Boolean) || isTelling(additionalProperties)
}
