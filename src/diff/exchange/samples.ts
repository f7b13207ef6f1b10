import type { Contract, Parameter, Schema } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/index.js'
import type { JsonValue } from '../../util/own.js'
import type { JudgeInParts } from '../containment/judge-in-parts.js'
import type { Containment, Projection } from '../containment/types.js'

/** Values of one version of a contract, each of which its schema accepts. */
export interface Samples {
  readonly contract: Contract
  /** A smallest value; undefined when there is none or none was found. */
  ofBody(schema: Schema | undefined): JsonValue | undefined
  accepts(schema: Schema, value: JsonValue): boolean
  /** One that reads well as text; `fits` says which will do. */
  ofParameter(
    parameter: Pick<Parameter, 'schema' | 'content'> & Partial<Pick<Parameter, 'name' | 'examples'>>,
    fits?: (value: JsonValue) => boolean,
  ): JsonValue | undefined
}

/** What judges values besides ourselves. */
export interface Judges {
  readonly containment: Containment
  /** By the word of a validator. */
  readonly judge: JudgeInParts
}

export function createSamples(contract: Contract, { containment, judge }: Judges, projection: Projection): Samples {
  const { schemas } = contract
  const smallest = new Map<Schema, JsonValue | undefined>()
  return { contract, ofBody, accepts, ofParameter }

  function accepts(schema: Schema, value: JsonValue): boolean {
    return containment.accepts({ schema, schemas }, value, projection) === true && isSound(schema, value)
  }

  /** What a validator refuses is not shown, whoever of us is wrong. */
  function isSound(schema: Schema, value: JsonValue): boolean {
    return judge({ schema, schemas }, value, projection).kind !== 'refused'
  }

  function ofBody(schema: Schema | undefined): JsonValue | undefined {
    if (!schema || smallest.has(schema)) return schema && smallest.get(schema)
    const found = containment.sample({ schema, schemas }, projection)
    const sound = found !== undefined && isSound(schema, found) ? found : undefined
    smallest.set(schema, sound)
    return sound
  }

  function ofParameter(
    parameter: Parameters<Samples['ofParameter']>[0],
    fits: (value: JsonValue) => boolean = () => true,
  ): JsonValue | undefined {
    const schema = parameter.schema ?? parameter.content?.schema
    const examples = [...(parameter.examples ?? []), ...(schema ? examplesOf(follow(schema, schemas)) : [])]
    const written = isSecret(parameter.name) ? [] : examples
    const known = [...written, ...plausible].find((value) => fits(value) && (!schema || accepts(schema, value)))
    if (known !== undefined || !schema) return known
    const found = ofBody(schema)
    return found !== undefined && fits(found) ? found : undefined
  }
}

/** Of what is secret, examples look like the real thing to people and to scanners, and may be. */
function isSecret(name = ''): boolean {
  return /(?:^|[-_])(?:authorization|api-?key|token|secret|password|signature|cookie)$/i.test(name)
}

function examplesOf({ examples = [], default: preset }: Schema): readonly JsonValue[] {
  return preset === undefined ? examples : [...examples, preset]
}

/** Tried in this order: texts, numbers, dates, lists and objects of two members, so that it shows how they are joined. */
const plausible: readonly JsonValue[] = [
  ...['a', 1, true, 'abc', 10, 100, '2026-01-31', '2026-01-31T12:00:00Z', '3fa85f64-5717-4562-b3fc-2c963f66afa6'],
  ...['ada@example.com', 'https://example.com/', ['a', 'b'], [1, 2], { a: 'a', b: 'b' }, { a: 1, b: 2 }],
]
