import type { JsonObject } from '../../../../src/util/own.js'
import { type Random, sampled } from '../transform/random.js'
import { versionOf } from '../version-of.js'
import { contractMutants } from './contract-operators.js'
import { type Mutant, whereOf } from './mutant.js'
import { ownCopy, type Place, placesOf, put } from './places.js'
import { type Dialect, type SchemaOperator, schemaOperators } from './schema-operators.js'

/** Mutants of a contract: every operator at some of the places that it applies to, in both directions. */
export function makeMutants(document: JsonObject, perOperator: number, random: Random): readonly Mutant[] {
  const dialect: Dialect = versionOf(document, 'openapi').startsWith('3.0') ? '3.0' : '2020-12'
  const places = placesOf(document)
  const schemas = schemaOperators.flatMap((operator) => {
    const fitting = places.filter(
      (place) => (!place.isText || operator.alsoText) && operator.versions(place.schema, place, dialect),
    )
    return sampled(fitting, perOperator, random).flatMap((place) => schemaMutants(document, operator, place, dialect))
  })
  return [...schemas, ...contractMutants(document, perOperator, random)]
}

function schemaMutants(
  document: JsonObject,
  operator: SchemaOperator,
  place: Place,
  dialect: Dialect,
): readonly Mutant[] {
  const versions = operator.versions(place.schema, place, dialect)
  if (!versions) return []
  const [before, after] = versions.map((schema) => {
    const copy = ownCopy(document, place.path)
    put(copy, place.path, schema)
    return copy
  }) as [JsonObject, JsonObject]
  const common = {
    ...{ polarity: place.polarity, where: whereOf(place), needsWitness: true },
    names: { operation: place.operation, ...(place.member !== undefined && { member: place.member }) },
  }
  const there = { ...common, operator: operator.name, expected: operator[place.polarity], before, after }
  if (operator.inverse === undefined) return [there]
  const taken = operator.taken ?? { input: operator.output, output: operator.input }
  const back = { ...common, operator: operator.inverse, expected: taken[place.polarity], before: after, after: before }
  return [there, back]
}
