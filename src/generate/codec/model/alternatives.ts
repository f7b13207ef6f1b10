import type { JsonType, Schema } from '../../../contract/model/index.js'
import { atomsOf, overlaps, typesOf } from '../../masking/atoms.js'
import type { Schemas } from './facts.js'

/** A branch of `oneOf` or `anyOf`. */
export interface Branch {
  readonly schema: Schema
  /** Position in the contract, for names. */
  readonly index: number
  readonly types: ReadonlySet<JsonType> | undefined
}

/**
 * Branches that a look at the value's type tells apart from all other groups. Within a group: one branch; several that
 * a property tells apart; or several that have to be tried.
 */
export interface Group {
  /** Undefined: of any type; then it is the only group. */
  readonly types: ReadonlySet<JsonType> | undefined
  readonly branches: readonly Branch[]
  readonly tag?: Tag
}

/** A property that every branch requires, with texts that no two branches share. */
export interface Tag {
  readonly property: string
  /** By branch, in their order. */
  readonly values: readonly (readonly string[])[]
}

/**
 * How the branches of a union are told apart without trying them. The verdict is that of `oneOf` and `anyOf` alike: at
 * most one branch of different groups, or with different tags, can accept a value.
 */
export function groupsOf(branches: readonly Schema[], hint: string | undefined, schemas: Schemas): readonly Group[] {
  const all = branches.map((schema, index): Branch => ({ schema, index, types: typesOf(atomsOf([schema], schemas)) }))
  const possible = all.filter(({ schema, types }) => schema.always !== false && types?.size !== 0)
  if (possible.some(({ types }) => types === undefined)) return [withTag(undefined, possible, hint, schemas)]
  const groups: { types: ReadonlySet<JsonType>; branches: Branch[] }[] = []
  for (const branch of possible) {
    const types = branch.types as ReadonlySet<JsonType>
    const related = groups.filter((group) => overlaps(group.types, types))
    const rest = groups.filter((group) => !related.includes(group))
    const joined = {
      types: new Set([...related.flatMap((group) => [...group.types]), ...types]),
      branches: [...related.flatMap((group) => group.branches), branch],
    }
    groups.splice(0, groups.length, ...rest, joined)
  }
  for (const group of groups) group.branches.sort((before, after) => before.index - after.index)
  groups.sort((before, after) => (before.branches[0]?.index ?? 0) - (after.branches[0]?.index ?? 0))
  return groups.map((group) => withTag(group.types, group.branches, hint, schemas))
}

function withTag(
  types: Group['types'],
  branches: readonly Branch[],
  hint: string | undefined,
  schemas: Schemas,
): Group {
  const onlyObjects = types?.size === 1 && types.has('object')
  const tag = onlyObjects && branches.length > 1 ? tagOf(branches, hint, schemas) : undefined
  return { types, branches, ...(tag && { tag }) }
}

function tagOf(branches: readonly Branch[], hint: string | undefined, schemas: Schemas): Tag | undefined {
  const atoms = branches.map(({ schema }) => atomsOf([schema], schemas))
  const candidates = (atoms[0] ?? []).flatMap((atom) => atom.required ?? [])
  for (const property of hint === undefined ? candidates : [hint, ...candidates]) {
    const values = allTagValues(atoms, property, schemas)
    if (values && new Set(values.flat()).size === values.flat().length) return { property, values }
  }
  return undefined
}

function allTagValues(
  branches: readonly (readonly Schema[])[],
  property: string,
  schemas: Schemas,
): readonly (readonly string[])[] | undefined {
  const values: (readonly string[])[] = []
  for (const atoms of branches) {
    const texts = tagValues(atoms, property, schemas)
    if (!texts) return undefined
    values.push(texts)
  }
  return values
}

/** The texts that a required property may have; undefined unless that is a closed list of texts. */
function tagValues(atoms: readonly Schema[], property: string, schemas: Schemas): readonly string[] | undefined {
  if (!atoms.some(({ required }) => required?.includes(property))) return undefined
  const declared = atoms.flatMap(({ properties }) => properties?.get(property) ?? [])
  for (const { enum: values } of atomsOf(declared, schemas)) {
    if (values?.every((value) => typeof value === 'string')) return values
  }
  return undefined
}
