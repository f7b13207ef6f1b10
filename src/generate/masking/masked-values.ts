import { isAbove } from '../../contract/annotation/category.js'
import { isLeftOut } from '../../contract/annotation/index.js'
import type { Contract, Schema, Sensitivity } from '../../contract/model/index.js'
import type { Schemas } from '../codec/model/facts.js'
import { declaredProperties } from './declared-properties.js'
import { beyondNames, describe, isMaskedAtOnce, type Standing } from './described.js'
import { alwaysShown, type FieldClass } from './field-class.js'
import { isKeyed } from './keyed.js'
import { branchesOf, isLeaf, itemsOf, type Shape } from './shape.js'
import { inheritedBy, tagsOf } from './tags.js'

/** What callers who are not cleared get in the place of a value, where that is not what its schema says. */
export interface Masked {
  /** Null, for what is no text. */
  readonly isNull: boolean
  /** A text: any for what is none (`hash`, `tokenize`, `encrypt`), an unknown one for a text with a single value. */
  readonly text: 'any' | 'unrecognized' | undefined
  /** Nothing, by strategy `remove`. */
  readonly isAbsent: boolean
}

/** What masking makes of the values in responses of a contract. */
export interface MaskedValues {
  /** Of the value in the place of this very schema: a property, an item, a map's value, a body. Undefined: never masked. */
  of(place: Schema): Masked | undefined
  /** Whether an object may lack the property, whatever it requires. */
  mayLack(object: Schema, name: string): boolean
  /** Whether some caller is not shown data of this class. */
  isHidden(sensitivity: Sensitivity): boolean
}

/**
 * Follows the writers of responses through all that the bodies hold. A schema that is used in several places may inherit
 * several classes; what it may become in any of them counts.
 */
export function maskedValues(contract: Contract, bodies: readonly Standing[]): MaskedValues {
  const { schemas } = contract
  const limit = alwaysShown(contract, 'caller')
  const isHidden = (sensitivity: Sensitivity): boolean => isAbove(sensitivity, limit)
  const walk: Walk = {
    schemas,
    isTag: tagsOf(contract),
    isHidden: (held) => held !== undefined && isHidden(held.sensitivity),
    marks: new Map(),
    lacking: new Map(),
    pending: bodies.map(({ schema, inherited }) => ({ schemas: [schema], inherited, objects: [] })),
    outcomes: new Map(),
    identities: new Map(),
  }
  for (let place = walk.pending.pop(); place; place = walk.pending.pop()) mark(place, walk)
  return {
    of: (place) => walk.marks.get(place),
    mayLack: (object, name) => walk.lacking.get(object)?.has(name) === true,
    isHidden,
  }
}

/** A contract that classifies nothing masks nothing. */
export function nothingMasked(contract: Contract): MaskedValues {
  const limit = alwaysShown(contract, 'caller')
  return { of: () => undefined, mayLack: () => false, isHidden: (sensitivity) => isAbove(sensitivity, limit) }
}

interface Place {
  readonly schemas: readonly Schema[]
  readonly inherited: FieldClass | undefined
  /** Of a property: its name, and the schemas of the object that has it. */
  readonly name?: string
  readonly objects: readonly Schema[]
}

interface Walk {
  readonly schemas: Schemas
  readonly marks: Map<Schema, Masked>
  readonly lacking: Map<Schema, Set<string>>
  readonly pending: Place[]
  readonly outcomes: Map<string, Outcome>
  readonly identities: Map<Schema, number>
  isHidden(held: FieldClass | undefined): boolean
  readonly isTag: (property: Schema) => boolean
}

interface Outcome {
  isMasked: boolean
  isNull: boolean
  isRemoved: boolean
  text: Masked['text']
}

function mark({ schemas, inherited, name, objects }: Place, walk: Walk): void {
  const { isMasked, isNull, isRemoved, text } = outcomeOf(schemas, inherited, walk)
  if (!isMasked) return
  const isAbsent = isRemoved && name !== undefined
  for (const schema of schemas) {
    const known = walk.marks.get(schema)
    walk.marks.set(schema, {
      isNull: isNull || (isRemoved && !isAbsent) || known?.isNull === true,
      isAbsent: isAbsent || known?.isAbsent === true,
      text: text === 'any' ? text : (known?.text ?? text),
    })
  }
  if (isAbsent) for (const object of objects) lacks(object, name, walk)
}

function lacks(object: Schema, name: string, { lacking }: Walk): void {
  const names = lacking.get(object)
  if (names) names.add(name)
  else lacking.set(object, new Set([name]))
}

/** What the writer of the value writes in its stead; what the value holds is put off to `pending`. */
function outcomeOf(given: readonly Schema[], inherited: FieldClass | undefined, walk: Walk): Outcome {
  const [only, ...others] = given
  const standing = only && others.length === 0 ? beyondNames(only, inherited, walk.schemas) : undefined
  const schemas = standing ? [standing.schema] : given
  const from = standing ? standing.inherited : inherited
  const key = keyOf(schemas, walk.isHidden(from) ? from : undefined, walk)
  const known = walk.outcomes.get(key)
  if (known) return known
  const outcome: Outcome = { isMasked: false, isNull: false, isRemoved: false, text: undefined }
  // Noted before it is worked out, for unions that come round to themselves.
  walk.outcomes.set(key, outcome)
  const described = describe(schemas, from, walk.schemas)
  const { shape, held } = described
  const hidden = walk.isHidden(held) ? held : undefined
  if (hidden && isMaskedAtOnce(described)) maskAll(hidden, shape, outcome)
  else if (hidden && hasBareParts(shape)) mask(hidden, outcome)
  if (!isLeaf(shape)) {
    for (const branch of shape.choices.flatMap(branchesOf)) join(outcome, outcomeOf([branch], held, walk))
    partsOf(shape, held, walk)
  }
  return outcome
}

/** Of alternatives; what one of them removes leaves a null behind. */
function join(outcome: Outcome, branch: Outcome): void {
  outcome.isMasked ||= branch.isMasked
  outcome.isNull ||= branch.isNull || branch.isRemoved
  if (branch.text === 'any') outcome.text = 'any'
  else outcome.text ??= branch.text
}

/** One mask for the whole value. */
function maskAll(held: FieldClass, shape: Shape, outcome: Outcome): void {
  if (held.masking?.strategy === 'remove') {
    outcome.isMasked = true
    outcome.isRemoved = true
  } else if (!isText(shape)) mask(held, outcome)
  else {
    outcome.isMasked = true
    if (shape.atoms.some(hasSingleText)) outcome.text = 'unrecognized'
  }
}

/** A value that is no text, or a part of it that has no parts of its own. */
function mask({ masking }: FieldClass, outcome: Outcome): void {
  outcome.isMasked = true
  outcome.isNull = true
  if (isKeyed(masking)) outcome.text = 'any'
}

function isText({ types }: Shape): boolean {
  return types !== undefined && [...types].every((type) => type === 'string' || type === 'null')
}

/** The type of a closed enum has no room for the text of a mask; those of several texts are open. */
function hasSingleText({ enum: values }: Schema): boolean {
  return values?.filter((value) => typeof value === 'string').length === 1
}

/** Whether the value may be something else than the parts that are declared: a number beside an object, any array. */
function hasBareParts({ types, objects, arrays, choices }: Shape): boolean {
  if (choices.length > 0 && objects.length + arrays.length === 0) {
    // Unions mask by their alternatives, conditions may leave the value to nobody.
    return choices.some(({ kind }) => kind === 'if' || kind === 'dependent')
  }
  if (!types) return true
  return [...types].some((type) => {
    if (type === 'object') return objects.length === 0
    if (type === 'array') return arrays.length === 0
    return type !== 'string' && type !== 'null'
  })
}

function partsOf({ atoms, objects, arrays }: Shape, held: FieldClass | undefined, walk: Walk): void {
  const declared = declaredProperties(objects)
  for (const [name, schemas] of declared) {
    if (schemas.some((schema) => isLeftOut(schema, 'output', walk.schemas))) continue
    const inherited = walk.isHidden(held) ? inheritedBy(schemas, held, walk) : held
    walk.pending.push({ schemas, inherited, name, objects: atoms })
  }
  const values = objects.flatMap(({ patternProperties, additionalProperties, unevaluatedProperties }) => [
    ...(patternProperties?.values() ?? []),
    ...[additionalProperties, unevaluatedProperties].flatMap((rest) => rest ?? []),
  ])
  for (const schemas of [...values.map((value) => [value]), ...itemsOf(arrays)]) {
    const said = schemas.filter(({ always }) => always === undefined)
    if (said.length > 0) walk.pending.push({ schemas: said, inherited: held, objects: [] })
  }
  if (!walk.isHidden(held) || objects.length === 0) return
  // Members whose names the caller chose are left out with their names, and so are required ones that nobody declares.
  for (const atom of atoms) {
    for (const name of atom.required ?? []) {
      if (!declared.has(name)) for (const object of atoms) lacks(object, name, walk)
    }
  }
}

function keyOf(schemas: readonly Schema[], held: FieldClass | undefined, { identities }: Walk): string {
  const ids = schemas.map((schema) => {
    const id = identities.get(schema) ?? identities.size
    identities.set(schema, id)
    return id
  })
  return held
    ? `${ids.join(' ')} ${held.sensitivity} ${held.masking?.strategy ?? ''} ${held.weak ? 'weak' : ''}`
    : ids.join(' ')
}
