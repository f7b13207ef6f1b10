import type { Contract, Parameter, Schema } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/index.js'
import type { JsonValue } from '../../util/own.js'
import type { Containment, Projection } from '../containment/types.js'

/** Values of one version of a contract, each of which its schema accepts. */
export interface Samples {
  readonly contract: Contract
  /** A smallest value; undefined when there is none or none was found. */
  ofBody(schema: Schema | undefined): JsonValue | undefined
  accepts(schema: Schema, value: JsonValue): boolean
  /** One that reads well as text; `fits` says which will do. */
  ofParameter(
    parameter: Pick<Parameter, 'schema' | 'content'> & Partial<Pick<Parameter, 'examples'>>,
    fits?: (value: JsonValue) => boolean,
  ): JsonValue | undefined
}

export function createSamples(contract: Contract, containment: Containment, projection: Projection): Samples {
  const { schemas } = contract
  return { contract, ofBody, accepts, ofParameter }

  function accepts(schema: Schema, value: JsonValue): boolean {
    return containment.accepts({ schema, schemas }, value, projection) === true
  }

  function ofBody(schema: Schema | undefined): JsonValue | undefined {
    return schema && containment.sample({ schema, schemas }, projection)
  }

  function ofParameter(
    parameter: Parameters<Samples['ofParameter']>[0],
    fits: (value: JsonValue) => boolean = () => true,
  ): JsonValue | undefined {
    const schema = parameter.schema ?? parameter.content?.schema
    const written = [...(parameter.examples ?? []), ...(schema ? examplesOf(follow(schema, schemas)) : [])]
    const known = [...written, ...plausible].find((value) => (!schema || accepts(schema, value)) && fits(value))
    if (known !== undefined || !schema) return known
    const found = containment.sample({ schema, schemas }, projection)
    return found !== undefined && fits(found) ? found : undefined
  }
}

function examplesOf({ examples = [], default: preset }: Schema): readonly JsonValue[] {
  return preset === undefined ? examples : [...examples, preset]
}

/** Tried in this order: texts, numbers, dates, lists and objects of two members, so that it shows how they are joined. */
const plausible: readonly JsonValue[] = [
  ...['a', 1, true, 'abc', 10, 100, '2026-01-31', '2026-01-31T12:00:00Z', '3fa85f64-5717-4562-b3fc-2c963f66afa6'],
  ...['ada@example.com', 'https://example.com/', ['a', 'b'], [1, 2], { a: 'a', b: 'b' }, { a: 1, b: 2 }],
]
