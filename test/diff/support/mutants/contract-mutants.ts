import { isArray, isObject, type JsonObject } from '../../../../src/util/own.js'
import { type Random, sampled } from '../transform/random.js'
import { type ContractOperator, contractOperators } from './contract-operators.js'
import { documentOperators } from './document-operators.js'
import { formatOf, responsesOf, type Versions } from './formats.js'
import type { Mutant } from './mutant.js'
import { at, ownCopy, type Path, put } from './paths.js'
import { hasOperations, operationsOf } from './sites.js'

/** Every operator at some operations, in both directions. */
export function contractMutants(document: JsonObject, perOperator: number, random: Random): readonly Mutant[] {
  if (!('openapi' in document || 'swagger' in document)) return []
  // Parts of what was announced to go may go with it, with a warning.
  const operations = operationsOf(document).filter(
    ({ path }) => (at(document, path) as JsonObject)['deprecated'] !== true,
  )
  const format = formatOf(document)
  const inOperations = contractOperators.flatMap((operator) =>
    sampled(operations, perOperator, random).flatMap(({ name, path }) => {
      const versions = operator.versions(ownOperation(document, path), document, format)
      if (!versions) return []
      const written = (): NonNullable<Versions> => {
        const [before, after] = versions.map((operation) => {
          const copy = ownCopy(document, path)
          put(copy, path, operation)
          return copy
        })
        return [before as JsonObject, after as JsonObject]
      }
      return mutantsOf(operator, written, name)
    }),
  )
  const whole = documentOperators.flatMap((operator) => {
    const versions = operator.documents(document)
    return versions && hasOperations(document) ? mutantsOf(operator, () => versions) : []
  })
  return [...inOperations, ...whole]
}

/** The operation, with parameters, bodies and answers of its own in place of references. */
function ownOperation(document: JsonObject, path: Path): JsonObject {
  const operation = at(document, path) as JsonObject
  const { parameters, requestBody } = operation
  return {
    ...operation,
    ...(isArray(parameters) && {
      parameters: parameters.map((_, index) => at(document, [...path, 'parameters', index]) ?? null),
    }),
    ...(requestBody !== undefined && { requestBody: at(document, [...path, 'requestBody']) ?? null }),
    ...(isObject(operation['responses']) && {
      responses: Object.fromEntries(
        Object.entries(responsesOf(operation)).map(([status, response]) => [
          status,
          at(document, [...path, 'responses', status]) ?? response,
        ]),
      ),
    }),
  }
}

function mutantsOf(
  { name, expected, inverse }: Omit<ContractOperator, 'versions'>,
  versions: () => NonNullable<Versions>,
  operation?: string,
): readonly Mutant[] {
  const common = {
    ...{ polarity: 'input' as const, where: operation ?? 'the document', needsWitness: false },
    names: operation === undefined ? {} : { operation },
  }
  const there = { ...common, operator: name, expected, versions }
  if (!inverse) return [there]
  const back = (): NonNullable<Versions> => {
    const [before, after] = versions()
    return [after, before]
  }
  return [there, { ...common, operator: inverse[0], expected: inverse[1], versions: back }]
}
