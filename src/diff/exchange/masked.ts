import { isAbove } from '../../contract/annotation/category.js'
import { effectiveClassification } from '../../contract/annotation/index.js'
import type { Classification, Clearance, Contract, Masking, Schema } from '../../contract/model/index.js'
import { isArray, isObject, type JsonValue } from '../../util/own.js'
import { covers } from '../rules/governance/sight.js'
import type { Samples } from './samples.js'

/**
 * A payload as somebody with this clearance gets it; undefined when nothing is left of it. What only a key or a pattern
 * could tell stands in angle brackets.
 */
export function maskedFor(
  value: JsonValue,
  schema: Schema,
  samples: Samples,
  clearance: Clearance,
): JsonValue | undefined {
  const { contract } = samples
  return seen(value, [schema])

  function seen(part: JsonValue, schemas: readonly Schema[]): JsonValue | undefined {
    const meant = describing(part, schemas, samples)
    const held = classOf(meant, contract)
    const isHidden = !covers(clearance, held, contract.dataPolicy)
    if (isHidden && meant.some(({ classification }) => replacesWhole(classification?.value.masking)))
      return mask(part, held?.masking)
    if (isArray(part)) {
      const items = meant.flatMap((each) => (each.items ? [each.items] : []))
      return part.flatMap((each) => seen(each, items) ?? [])
    }
    if (!isObject(part)) return isHidden ? mask(part, held?.masking) : part
    const members = Object.entries(part).flatMap(([name, member]) => {
      const left = seen(member, membersNamed(name, meant))
      return left === undefined ? [] : [[name, left] as const]
    })
    return Object.fromEntries(members)
  }
}

/** All schemas that say something of a value: references, parts of compositions, and alternatives that it is one of. */
function describing(value: JsonValue, schemas: readonly Schema[], samples: Samples): readonly Schema[] {
  const found = new Set(schemas)
  for (const schema of found) {
    const target = schema.ref === undefined ? undefined : samples.contract.schemas.get(schema.ref)
    if (target) found.add(target)
    for (const part of schema.allOf ?? []) found.add(part)
    for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
      if (samples.accepts(part, value)) found.add(part)
  }
  return [...found]
}

function membersNamed(name: string, schemas: readonly Schema[]): readonly Schema[] {
  return schemas.flatMap(({ properties, additionalProperties }) => {
    const member = properties?.get(name) ?? additionalProperties
    return member ? [member] : []
  })
}

/** The most sensitive of what is said, unless somebody says why it is less. */
function classOf(schemas: readonly Schema[], contract: Contract): Classification | undefined {
  const { of } = effectiveClassification(contract)
  const said = schemas.flatMap((schema) => of(schema) ?? [])
  return said.find(({ override }) => override) ?? said.reduce<Classification | undefined>(higher, undefined)
}

function higher(one: Classification | undefined, other: Classification): Classification {
  if (!one?.sensitivity) return other
  return other.sensitivity && isAbove(other.sensitivity, one.sensitivity) ? other : one
}

/** Strategies that take the place of an object or an array with all that is in it, where they are said of it. */
function replacesWhole(masking: Masking | undefined): boolean {
  return masking !== undefined && ['remove', 'hash', 'tokenize', 'encrypt'].includes(masking.strategy)
}

function mask(value: JsonValue, masking: Masking = { strategy: 'full' }): JsonValue | undefined {
  const { strategy, keep, replacement, maskChar = '*' } = masking
  if (strategy === 'remove') return undefined
  if (strategy === 'hash' || strategy === 'tokenize' || strategy === 'encrypt')
    return value === null ? null : kept[strategy]
  if (typeof value !== 'string') return null
  if (strategy === 'partial') return keep === undefined ? '<a part of it>' : `<at most ${keep} characters of it>`
  if (strategy === 'regex') return '<what its pattern leaves of it>'
  return replacement ?? maskChar.repeat(4)
}

const kept = { hash: '<its hash>', tokenize: '<a token for it>', encrypt: '<its ciphertext>' } as const
