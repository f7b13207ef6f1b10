import { isAbove, sensitivityOfCategory } from '../../../contract/annotation/category.js'
import type { Classification, Contract, Schema, Sensitivity } from '../../../contract/model/index.js'
import { follow } from '../../../contract/schema/index.js'
import { escapeToken } from '../../../util/json-pointer.js'
import { elsewhere, inheritedAt, schemaPlaces } from '../../codec/places.js'
import { declaredProperties } from '../../masking/declared-properties.js'
import { describe } from '../../masking/described.js'
import { alwaysShown, unclassified } from '../../masking/field-class.js'
import { type HeldClass, type SelectableField, selectableFields } from '../../masking/selectable-fields.js'
import type { Plan, PlannedOperation, PlannedParameter } from '../../plan/types.js'
import { strLit } from '../../render/escape.js'
import type { CodeText, StrLit } from '../../render/text.js'
import { eventData } from '../wire/event-data.js'
import { arrayLiteral, objectLiteral, trueLiteral } from '../wire/literal.js'
import { isSearch } from './is-search.js'

type Schemas = Contract['schemas']

export type SelectionOf = (planned: PlannedOperation) => CodeText | undefined

/**
 * What items hold that callers may choose by, as the runtime's `ServerSelection`; undefined where nothing of it is hidden,
 * or neither a parameter nor a body could choose.
 */
export function selections(plan: Plan): SelectionOf {
  const { contract } = plan
  const places = schemaPlaces(plan)
  const fallback = unclassified(contract)
  return (planned) => {
    const choosing = planned.parameters.query.filter(({ parameter }) => !parameter.tenantKey)
    const members = isSearch(planned, contract.schemas) ? bodyMembers(planned, contract.schemas) : undefined
    if (choosing.length === 0 && !members) return undefined
    const shownToAll = planned.scope === 'public' ? 'public' : alwaysShown(contract, 'caller')
    const bodies = answered(planned, plan).map((schema) => ({
      schema,
      inherited: inheritedAt(places.get(schema)?.output ?? elsewhere, fallback),
    }))
    const fields = selectableFields(bodies, contract, shownToAll)
    if (!fields) return undefined
    const listed = choosing.filter((one) => isListed(one, plan)).map(({ parameter }) => strLit(parameter.name))
    const declared = [
      ...choosing.map(({ parameter }) => ({
        name: parameter.name,
        said: (parameter.classification ?? parameter.schema?.classification)?.value,
      })),
      ...(members ?? []),
    ].flatMap((one) => declaredClass(one, shownToAll))
    return objectLiteral([
      ['fields', arrayLiteral(fields.map(({ at }) => strLit(pointer(at))))],
      ['hidden', arrayLiteral(hiddenLiterals(fields))],
      ['listed', listed.length === 0 ? undefined : arrayLiteral(listed)],
      ['declared', declared.length === 0 ? undefined : arrayLiteral(declared)],
      ['body', members && trueLiteral],
    ])
  }
}

/** Bodies of successful answers that codecs write. */
function answered({ responses }: PlannedOperation, { contract }: Plan): readonly Schema[] {
  const successes = responses.filter(({ status }) => status.startsWith('2'))
  return (successes.length > 0 ? successes : responses)
    .flatMap(({ content }) => content)
    .flatMap(({ kind, schema }) => {
      if (kind === 'binary' || kind === 'text') return []
      return (kind === 'events' ? eventData(schema, contract.schemas).schema : schema) ?? []
    })
}

/** Each class with the fields that have it. */
function hiddenLiterals(fields: readonly SelectableField[]): readonly CodeText[] {
  const classes = new Map<string, { readonly held: HeldClass; readonly of: StrLit[]; readonly inside: StrLit[] }>()
  for (const { at, holds } of fields) {
    for (const held of holds) {
      const key = `${held.sensitivity} ${held.category ?? ''}`
      const known = classes.get(key) ?? { held, of: [], inside: [] }
      classes.set(key, known)
      known[held.inside ? 'inside' : 'of'].push(strLit(pointer(at)))
    }
  }
  return [...classes.values()].map(({ held: { sensitivity, category }, of, inside }) =>
    objectLiteral([
      ['sensitivity', strLit(sensitivity)],
      ['category', category === undefined ? undefined : strLit(category)],
      ['of', of.length === 0 ? undefined : arrayLiteral(of)],
      ['inside', inside.length === 0 ? undefined : arrayLiteral(inside)],
    ]),
  )
}

/** Without the slash at its start: `payment/holder`. */
function pointer(at: readonly string[]): string {
  return at.map(escapeToken).join('/')
}

/** Takes nothing but texts of the contract. */
function isListed({ parameter }: PlannedParameter, { contract: { schemas } }: Plan): boolean {
  const listed = (schema: Schema | undefined): boolean => {
    if (!schema) return false
    const target = follow(schema, schemas)
    return target.enum !== undefined || (target.types?.join() === 'array' && listed(target.items))
  }
  return listed(parameter.schema ?? parameter.content?.schema)
}

interface Classified {
  readonly name: string
  readonly said: Classification | undefined
}

/** Top-level members of its bodies, with what the contract says of them. */
function bodyMembers({ body }: PlannedOperation, schemas: Schemas): readonly Classified[] {
  const properties = (body?.content ?? []).flatMap(({ schema }) =>
    schema ? [...declaredProperties(describe([schema], undefined, schemas).shape.objects)] : [],
  )
  return properties.flatMap(([name, described]) =>
    described.map((schema) => ({
      name,
      said: (schema.classification ?? follow(schema, schemas).classification)?.value,
    })),
  )
}

function declaredClass({ name, said }: Classified, shownToAll: Sensitivity): readonly CodeText[] {
  const category = said?.category
  const sensitivity = said?.sensitivity ?? (category === undefined ? undefined : sensitivityOfCategory(category))
  if (!said || !sensitivity) return []
  if (!said.override && !isAbove(sensitivity, shownToAll)) return []
  return [
    objectLiteral([
      ['name', strLit(name)],
      ['sensitivity', strLit(sensitivity)],
      ['category', category === undefined ? undefined : strLit(category)],
      ['overrides', said.override ? trueLiteral : undefined],
    ]),
  ]
}
