import type { Schema } from '../../../contract/model/index.js'
import type { SchemaSide } from '../types.js'

/** Schemas that hold together for one value, compositions resolved: one of the alternatives was chosen. */
export type Case = readonly Schema[]

/** Alternatives of which no more are looked at for one value. */
const mostCases = 12
const mostParts = 60

/** The ways in which the schemas can hold together. What stands in `not` is left to who judges the values. */
export function casesOf(together: readonly Schema[], schemas: SchemaSide['schemas']): readonly Case[] {
  let cases: { readonly parts: readonly Schema[]; readonly rest: readonly Schema[] }[] = [{ parts: [], rest: together }]
  for (let round = 0; round < mostParts && cases.some(({ rest }) => rest.length > 0); round++) {
    cases = cases.flatMap(({ parts, rest: [next, ...rest] }) => {
      if (!next || parts.includes(next)) return [{ parts, rest }]
      const held = [...parts, next]
      return choicesOf(next, schemas).map((chosen) => ({ parts: held, rest: [...chosen, ...rest] }))
    })
    cases = cases.slice(0, mostCases)
  }
  return cases.map(({ parts }) => parts)
}

function choicesOf(schema: Schema, schemas: SchemaSide['schemas']): readonly (readonly Schema[])[] {
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref)
  let choices: readonly (readonly Schema[])[] = [[...(target ? [target] : []), ...(schema.allOf ?? [])]]
  const alternatives = [schema.anyOf, schema.oneOf].filter((branches) => branches !== undefined)
  if (schema.if) alternatives.push(conditional(schema.if, schema.then), ...(schema.else ? [[schema.else]] : []))
  for (const branches of alternatives) {
    if (branches.length > 0) choices = choices.flatMap((held) => branches.map((branch) => [...held, branch]))
    choices = choices.slice(0, mostCases)
  }
  for (const dependent of schema.dependentSchemas?.values() ?? []) {
    choices = [...choices, ...choices.slice(0, 1).map((held) => [...held, dependent])]
  }
  return choices.slice(0, mostCases)
}

function conditional(condition: Schema, then: Schema | undefined): readonly Schema[] {
  return then ? [{ kind: 'schema', at: condition.at, allOf: [condition, then] }] : [condition]
}
