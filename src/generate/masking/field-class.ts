import { isAbove, sensitivityOfCategory } from '../../contract/annotation/category.js'
import type { Classification, Contract, Masking, Schema, Sensitivity } from '../../contract/model/index.js'

/** What holds for a value in its place: by what it says itself, or by default of what contains it. */
export interface FieldClass {
  readonly sensitivity: Sensitivity
  readonly category?: string
  readonly masking?: Masking
  /** A default that any word of the value itself replaces, be it lower: the target of a reference stands on its own. */
  readonly weak: boolean
}

/**
 * The class of a value that all of the schemas describe. Their highest word counts, unless the first of them, which
 * stands where the value is used, says why it is lower. A word below the container's counts only with its reason.
 */
export function classOf(schemas: readonly Schema[], inherited: FieldClass | undefined): FieldClass | undefined {
  const [first] = schemas
  const declared = schemas.flatMap(({ classification }) => (classification ? [classification.value] : []))
  const outermost = first?.classification?.value
  const said = (outermost?.override ? [outermost] : declared).reduce<FieldClass | undefined>(
    (held, next) => joined(held, next, inherited),
    undefined,
  )
  if (!said) return inherited
  const lowered = declared.some(({ override }) => override !== undefined)
  if (!inherited || inherited.weak || lowered || !isAbove(inherited.sensitivity, said.sensitivity)) return said
  return { ...inherited, ...(said.masking && { masking: said.masking }) }
}

/** The higher of the two; of equals the first, with what it does not say itself. */
function joined(
  held: FieldClass | undefined,
  { sensitivity, category, masking }: Classification,
  inherited: FieldClass | undefined,
): FieldClass | undefined {
  const level = sensitivity ?? (category === undefined ? inherited?.sensitivity : sensitivityOfCategory(category))
  if (level === undefined) return held
  const next: FieldClass = {
    sensitivity: level,
    weak: false,
    ...(category !== undefined && { category }),
    ...(masking && { masking }),
  }
  if (!held || isAbove(level, held.sensitivity)) return next
  return isAbove(held.sensitivity, level) ? held : { ...next, ...held }
}

/** What the target of a reference inherits: the word that stands beside the reference, or a mere default. */
export function beyondReference(reference: Schema, inherited: FieldClass | undefined): FieldClass | undefined {
  const held = classOf([reference], inherited)
  return held && !reference.classification ? { ...held, weak: true } : held
}

/** A declared class, as what others inherit. */
export function fieldClass(classification: Classification | undefined, weak: boolean): FieldClass | undefined {
  if (!classification?.sensitivity) return undefined
  const { sensitivity, category, masking } = classification
  return { sensitivity, weak, ...(category !== undefined && { category }), ...(masking && { masking }) }
}

/**
 * The highest sensitivity that nobody needs to be asked for. `caller`: whoever reads responses. `anybody`: sinks such as
 * logs as well, which show nothing above `internal`.
 */
export function alwaysShown({ dataPolicy, pathways }: Contract, to: 'caller' | 'anybody'): Sensitivity {
  const limits: Sensitivity[] = [dataPolicy.default?.max ?? 'internal']
  if (to === 'anybody') limits.push('internal')
  for (const { max } of dataPolicy.clearances.values()) limits.push(max)
  for (const { ceiling } of pathways.values()) if (ceiling) limits.push(ceiling)
  return limits.reduce((lowest, next) => (isAbove(lowest, next) ? next : lowest))
}

/** What holds where nobody has said anything. */
export function unclassified({ dataPolicy }: Contract): FieldClass | undefined {
  return dataPolicy.unclassified === 'restrict' ? { sensitivity: 'confidential', weak: true } : undefined
}
