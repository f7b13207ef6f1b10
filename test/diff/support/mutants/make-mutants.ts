import type { JsonObject } from '../../../../src/util/own.js'
import { type Random, sampled } from '../transform/random.js'
import { versionOf } from '../version-of.js'
import { contractMutants } from './contract-mutants.js'
import { type Expected, type Mutant, whereOf } from './mutant.js'
import { ownCopy, put } from './paths.js'
import { type Place, placesOf } from './places.js'
import { type Dialect, type SchemaOperator, schemaOperators } from './schema-operators.js'

/** Mutants of a contract: every operator at some of the places that it applies to, in both directions. */
export function makeMutants(document: JsonObject, perOperator: number, random: Random): readonly Mutant[] {
  const dialect = dialectOf(document)
  const places = placesOf(document)
  const schemas = schemaOperators.flatMap((operator) => {
    const fitting = places.filter(
      (place) =>
        (!place.isText || operator.alsoText) &&
        !(place.isBranch && operator.isAlone) &&
        operator.versions(place.schema, place, dialect),
    )
    return sampled(fitting, perOperator, random).flatMap((place) => schemaMutants(document, operator, place, dialect))
  })
  return [...schemas, ...contractMutants(document, perOperator, random)]
}

function dialectOf(document: JsonObject): Dialect {
  if ('swagger' in document) return 'swagger'
  return versionOf(document, 'openapi').startsWith('3.0') ? '3.0' : '2020-12'
}

function schemaMutants(
  document: JsonObject,
  operator: SchemaOperator,
  place: Place,
  dialect: Dialect,
): readonly Mutant[] {
  const changed = operator.versions(place.schema, place, dialect)
  if (!changed) return []
  const written = (schema: JsonObject): JsonObject => {
    const copy = ownCopy(document, place.path)
    put(copy, place.path, schema)
    return copy
  }
  const [before, after] = changed
  const { polarity, member, operation } = place
  const common = {
    ...{ polarity, where: whereOf(place), needsWitness: !operator.isUnseen },
    names: { operation, ...(member !== undefined && { member }) },
  }
  const expectedOf = (both: Readonly<Record<Place['polarity'], Expected>>): Expected =>
    (place.site === 'message' && operator.messages) || both[polarity]
  const there: Mutant = {
    ...{ ...common, operator: operator.name, expected: expectedOf(operator) },
    versions: () => [written(before), written(after)],
  }
  if (operator.inverse === undefined) return [there]
  const taken = operator.taken ?? { input: operator.output, output: operator.input }
  const back: Mutant = {
    ...{ ...common, operator: operator.inverse, expected: expectedOf(taken) },
    versions: () => [written(after), written(before)],
  }
  return [there, back]
}
