import type { Schema } from '../../../contract/model/index.js'
import type { FieldClass } from '../../masking/field-class.js'
import { toStyle } from '../../plan/words.js'
import { jsonLit } from '../../render/escape.js'
import type { Scope } from '../codec-module.js'

/** The constant that says how a value in this place is hidden. */
export function maskRule(held: FieldClass, atoms: readonly Schema[], scope: Scope): string {
  const { sensitivity, category, masking } = held
  const format = atoms.find((atom) => atom.format !== undefined)?.format
  const rule = {
    sensitivity,
    ...(category !== undefined && { category }),
    strategy: masking?.strategy ?? 'full',
    ...(masking?.keep !== undefined && { keep: masking.keep }),
    ...(masking?.pattern !== undefined && { pattern: masking.pattern }),
    ...(masking?.replacement !== undefined && { replacement: masking.replacement }),
    ...(masking?.maskChar !== undefined && { maskChar: masking.maskChar }),
    ...(format !== undefined && { format }),
    field: scope.field,
  }
  const name = toStyle(scope.name, 'camel')
  return scope.module.constant(
    /^[a-z][A-Za-z0-9]*$/.test(name) ? `${name}Mask` : 'mask',
    scope.module.runtimeType('MaskRule'),
    jsonLit(rule),
  )
}
