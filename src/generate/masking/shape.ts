import type { JsonType, Schema } from '../../contract/model/index.js'
import type { Schemas } from '../codec/model/facts.js'
import { atomsOf, typesOf } from './atoms.js'

/** What is to be written of a value that all of the atoms describe. */
export interface Shape {
  readonly atoms: readonly Schema[]
  readonly types: ReadonlySet<JsonType> | undefined
  /** Atoms that declare properties. */
  readonly objects: readonly Schema[]
  /** Atoms that declare items. */
  readonly arrays: readonly Schema[]
  /** Alternatives that declare properties or items, or a class of their own. */
  readonly choices: readonly Choice[]
}

export type Choice =
  | { readonly kind: 'anyOf' | 'oneOf'; readonly branches: readonly Schema[]; readonly hint: string | undefined }
  | { readonly kind: 'if'; readonly schema: Schema }
  | { readonly kind: 'dependent'; readonly schemas: ReadonlyMap<string, Schema> }

export function shapeOf(schemas: readonly Schema[], known: Schemas): Shape {
  const atoms = atomsOf(schemas, known)
  const types = typesOf(atoms)
  const objects = !types || types.has('object') ? atoms.filter(declaresProperties) : []
  const arrays = !types || types.has('array') ? atoms.filter(declaresItems) : []
  const isBare = objects.length === 0 && arrays.length === 0
  const choices = atoms.flatMap(choicesOf).filter((choice) => matters(choice, isBare, known))
  return { atoms, types, objects, arrays, choices }
}

/** Written by one expression: a scalar, or a value whose structure nobody has declared. */
export function isLeaf({ objects, arrays, choices }: Shape): boolean {
  return objects.length === 0 && arrays.length === 0 && choices.length === 0
}

/** The writer of a leaf in the runtime. */
export function leafWriter({ types, atoms }: Shape): 'text' | 'numeric' | 'bool' | 'scalar' | 'anything' {
  const known = types ? [...types] : undefined
  if (!known || known.length === 0) return 'anything'
  if (known.some((type) => type === 'object' || type === 'array')) return 'anything'
  if (atoms.some(({ always }) => always === false)) return 'scalar'
  const [only, ...others] = known
  if (others.length > 0) return known.every((type) => type === 'number' || type === 'integer') ? 'numeric' : 'scalar'
  if (only === 'string') return 'text'
  if (only === 'boolean') return 'bool'
  return only === 'null' ? 'scalar' : 'numeric'
}

function declaresProperties(schema: Schema): boolean {
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = schema
  const rest = [additionalProperties, unevaluatedProperties].some((of) => of !== undefined && of.always !== false)
  return rest || (properties?.size ?? 0) > 0 || (patternProperties?.size ?? 0) > 0
}

function declaresItems({ items, prefixItems, unevaluatedItems }: Schema): boolean {
  return items !== undefined || prefixItems !== undefined || unevaluatedItems !== undefined
}

function choicesOf(atom: Schema): readonly Choice[] {
  const hint = atom.discriminator?.propertyName
  return [
    ...(atom.anyOf ? [{ kind: 'anyOf', branches: atom.anyOf, hint } as const] : []),
    ...(atom.oneOf ? [{ kind: 'oneOf', branches: atom.oneOf, hint } as const] : []),
    ...(atom.if ? [{ kind: 'if', schema: atom } as const] : []),
    ...(atom.dependentSchemas ? [{ kind: 'dependent', schemas: atom.dependentSchemas } as const] : []),
  ]
}

export function branchesOf(choice: Choice): readonly Schema[] {
  if (choice.kind === 'if') {
    const { if: test, then, else: otherwise } = choice.schema
    return [test, then, otherwise].flatMap((part) => part ?? [])
  }
  return choice.kind === 'dependent' ? [...choice.schemas.values()] : choice.branches
}

/** The schemas of each item that has some of its own, then those of all others. */
export function itemsOf(arrays: readonly Schema[]): readonly (readonly Schema[])[] {
  const longest = Math.max(0, ...arrays.map(({ prefixItems }) => prefixItems?.length ?? 0))
  return Array.from({ length: longest + 1 }, (_, index) =>
    arrays.flatMap(
      ({ prefixItems, items, unevaluatedItems }) => prefixItems?.[index] ?? items ?? unevaluatedItems ?? [],
    ),
  )
}

/**
 * Alternatives such as `anyOf: [{required: [a]}, {required: [b]}]` say nothing about what is written. Where nothing else
 * declares structure, alternatives of different types do: they are told apart before anything is written.
 */
function matters(choice: Choice, isBare: boolean, known: Schemas): boolean {
  return branchesOf(choice).some((branch) => says(branch, isBare && choice.kind !== 'if', known))
}

function says(start: Schema, withTypes: boolean, known: Schemas): boolean {
  const seen = new Set<Schema>()
  const pending = [start]
  for (let schema = pending.pop(); schema; schema = pending.pop()) {
    if (seen.has(schema)) continue
    seen.add(schema)
    if (schema.classification || declaresProperties(schema) || declaresItems(schema)) return true
    if (withTypes && schema.types?.some((type) => type === 'object' || type === 'array')) return true
    const target = schema.ref === undefined ? undefined : known.get(schema.ref)
    pending.push(...(target ? [target] : []), ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? []))
    pending.push(...[schema.then, schema.else].flatMap((part) => part ?? []))
    pending.push(...(schema.dependentSchemas?.values() ?? []))
  }
  return false
}
