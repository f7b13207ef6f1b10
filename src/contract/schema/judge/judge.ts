import { isArray, isObject, type JsonObject, type JsonValue } from '../../../util/own.js'
import type { Schema } from '../../model/index.js'
import { createScopes, type Scope } from './left-out.js'
import { type LookOptions, lookAt } from './look.js'
import type { JudgedSchema, JudgeOptions } from './options.js'
import { mostTelling, type Refusal } from './reason.js'
import { mostNodesTouched, type Obstacle, type Rendering, render } from './render.js'
import { runPattern } from './run-pattern.js'
import { createSpots } from './spot.js'
import { findUndeclared } from './undeclared.js'
import { compileSchema } from './validator.js'

export type Judgement = Accepted | Refused | Unjudged

export interface Accepted {
  readonly kind: 'accepted'
}

export interface Refused extends Refusal {
  readonly kind: 'refused'
}

/** No validator can be asked. */
export interface Unjudged {
  readonly kind: 'unjudged'
  readonly why: Obstacle | 'endless' | 'budget'
}

/**
 * Whether a schema accepts a value, by the word of ajv. Only what the value touches is handed to it, which for a small
 * value is little of a large contract. Never throws, and ends.
 */
export function judge(side: JudgedSchema, value: JsonValue, { projection, closed }: JudgeOptions): Judgement {
  return withValidator(side, value, projection, ({ ask, isClosed }) => {
    const found = ask()
    return found.kind === 'accepted' && closed ? isClosed() : found
  })
}

/** Whether a value that the schema is known to accept has only members that it declares. */
export function judgeDeclared(
  side: JudgedSchema,
  value: JsonValue,
  { projection }: Pick<JudgeOptions, 'projection'>,
): Judgement {
  return withValidator(side, value, projection, ({ isClosed }) => isClosed())
}

interface Questions {
  /** Whether the schema accepts the value. */
  readonly ask: () => Judgement
  readonly isClosed: () => Judgement
}

function withValidator(
  { schema, schemas }: JudgedSchema,
  value: JsonValue,
  projection: JudgeOptions['projection'],
  decide: (questions: Questions) => Judgement,
): Judgement {
  if (!isJudgeable(value)) return { kind: 'unjudged', why: 'budget' }
  const scopes = createScopes(schemas, projection)
  const start = scopes.start(schema)
  let questions = 0
  let unanswered: Unjudged['why'] | undefined
  const looking: LookOptions = {
    schemas,
    scopes,
    matches(source, name) {
      const matched = runPattern(source, name)
      if (matched === undefined) unanswered ??= 'pattern'
      return matched === true
    },
    accepts(part, scope, about) {
      const found = ask(part, scope, about)
      if (found.kind === 'unjudged') unanswered ??= found.why
      return found.kind === 'accepted'
    },
  }
  const judgement = decide({ ask: () => ask(schema, start, value), isClosed })
  return unanswered === undefined ? judgement : { kind: 'unjudged', why: unanswered }

  function isClosed(): Judgement {
    const pointer = findUndeclared(lookAt(looking, schema, start, value))
    if (pointer === undefined) return { kind: 'accepted' }
    return { kind: 'refused', reason: 'must be absent: there is no such property', pointer, weight: 0 }
  }

  function ask(part: Schema, scope: Scope, about: JsonValue): Judgement {
    if (++questions > most.questions) return { kind: 'unjudged', why: 'budget' }
    const touched = { ...looking, spot: createSpots(about) }
    const rendering = render(part, scope, { schemas, scopes, touched })
    const obstacle = unanswered ?? obstacleOf(rendering)
    return obstacle ? { kind: 'unjudged', why: obstacle } : validate(rendering.graph.finish(), about)
  }
}

/**
 * The whole schema as JSON Schema 2020-12, what it refers to in `$defs`. What a dynamic reference, a missing one or a
 * payload in another language asks for is not in it.
 */
export function toJsonSchema(
  { schema, schemas }: JudgedSchema,
  { projection }: Pick<JudgeOptions, 'projection'>,
): JsonObject {
  const scopes = createScopes(schemas, projection)
  return render(schema, scopes.start(schema), { schemas, scopes }).graph.finish()
}

function validate(schema: JsonObject, value: JsonValue): Judgement {
  try {
    const errors = compileSchema(schema)(value)
    return errors.length === 0 ? { kind: 'accepted' } : { kind: 'refused', ...mostTelling(errors) }
  } catch {
    // What is left is the stack, or a value that the validator trips over.
    return { kind: 'unjudged', why: 'budget' }
  }
}

const most = { nodes: mostNodesTouched, depth: 150, steps: 200_000, questions: 300 } as const

function obstacleOf({ graph, obstacle }: Rendering): Unjudged['why'] | undefined {
  if (obstacle) return obstacle
  const size = graph.measure()
  if (!size) return 'endless'
  return size.nodes >= most.nodes || size.depth > most.depth || size.steps > most.steps ? 'budget' : undefined
}

/** Neither too large nor nested too deeply for a validator that calls itself. */
function isJudgeable(value: JsonValue): boolean {
  const pending: { readonly value: JsonValue; readonly depth: number }[] = [{ value, depth: 0 }]
  let count = 0
  for (let next = pending.pop(); next; next = pending.pop()) {
    const depth = next.depth + 1
    if (++count > 20_000 || depth > most.depth) return false
    const nested = isArray(next.value) ? next.value : isObject(next.value) ? Object.values(next.value) : []
    if (nested.length > 20_000) return false
    for (const one of nested) pending.push({ value: one, depth })
  }
  return true
}
