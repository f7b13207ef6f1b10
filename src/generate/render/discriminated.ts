import type { Discriminator, Schema, SchemaId } from '../../contract/model/index.js'
import type { JsonValue } from '../../util/own.js'
import type { Plan } from '../plan/types.js'
import { propertyKey, strLit } from './escape.js'
import type { TypeContext } from './type-context.js'
import { atom, type TypePart } from './type-text.js'

/**
 * What tells one alternative of a discriminated union from the others: `{ readonly kind: 'cat' }`. Undefined when the
 * alternative says so itself, or when the contract contradicts itself: then the two together would be `never`.
 */
export function discriminatedMember(
  alternative: Schema,
  discriminator: Discriminator,
  { module }: TypeContext,
): TypePart | undefined {
  const { ref } = alternative
  if (ref === undefined) return undefined
  const values = [...discriminator.mapping].filter(([, id]) => id === ref).map(([value]) => value)
  if (values.length === 0) return undefined
  const declared = declaredValues(ref, discriminator.propertyName, module.plan)
  if (declared === 'other') return undefined
  if (declared) {
    if (values.some((value) => !declared.includes(value))) return undefined
    if (declared.length === 1) return undefined
  }
  const literal = values.map(strLit).join(' | ')
  return atom(`{ readonly ${propertyKey(discriminator.propertyName)}: ${literal} }`)
}

const mostSteps = 50

/** The values that the alternative allows for the property; `other` when it is no text, undefined when any text goes. */
function declaredValues(id: SchemaId, property: string, plan: Plan): readonly JsonValue[] | 'other' | undefined {
  const stack: (Schema | undefined)[] = [plan.schemas.get(id)?.schema]
  for (let step = 0; stack.length > 0 && step < mostSteps; step++) {
    const schema = stack.pop()
    if (!schema) continue
    const found = schema.properties?.get(property)
    if (found) {
      // A mask is none of the values.
      if (plan.masked.of(found)) return 'other'
      const target = found.ref === undefined ? found : plan.schemas.get(found.ref)?.schema
      if (target?.enum) return target.enum
      if (target?.types && !target.types.includes('string')) return 'other'
    }
    // The nearest declaration counts, then what it extends, in order.
    const parts = [...(schema.ref === undefined ? [] : [plan.schemas.get(schema.ref)?.schema]), ...(schema.allOf ?? [])]
    stack.push(...parts.reverse())
  }
  return undefined
}
