import { isArray, isObject, type JsonObject, type JsonValue } from '../../../util/own.js'
import type { Mode } from './mode.js'
import type { JudgedSchema, JudgeOptions } from './options.js'
import { mostTelling } from './reason.js'
import { mostNodesTouched, type Obstacle, type Rendering, render } from './render.js'
import { createSpots } from './spot.js'
import { compileSchema } from './validator.js'

export type Judgement =
  | { readonly kind: 'accepted' }
  /** `reason` is free of the value; `pointer` leads into it, to what is refused. */
  | { readonly kind: 'refused'; readonly reason: string; readonly pointer: string }
  /** No validator can be asked. */
  | Unjudged

export interface Unjudged {
  readonly kind: 'unjudged'
  readonly why: Obstacle | 'endless' | 'budget'
}

/**
 * Whether a schema accepts a value, by the word of ajv. Only what the value touches is handed to it, which for a small
 * value is little of a large contract. Never throws, and ends.
 */
export function judge(side: JudgedSchema, value: JsonValue, options: JudgeOptions): Judgement {
  if (!isJudgeable(value)) return { kind: 'unjudged', why: 'budget' }
  let questions = 0
  let unanswered: Unjudged['why'] | undefined
  const judgement = ask(side, value, undefined)
  return unanswered === undefined ? judgement : { kind: 'unjudged', why: unanswered }

  function ask({ schema, schemas }: JudgedSchema, about: JsonValue, mode: Mode | undefined): Judgement {
    if (++questions > most.questions) return { kind: 'unjudged', why: 'budget' }
    const rendering = render({ schema, schemas }, options, {
      spot: createSpots(about),
      ...(mode && { mode }),
      accepts(part, partMode, partValue) {
        const found = ask({ schema: part, schemas }, partValue, partMode)
        if (found.kind === 'unjudged') unanswered ??= found.why
        return found.kind === 'accepted'
      },
    })
    const obstacle = obstacleOf(rendering)
    if (obstacle) return { kind: 'unjudged', why: obstacle }
    return validate(rendering.graph.finish(), about)
  }
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

/** The whole schema as JSON Schema 2020-12, what it refers to in `$defs`. */
export function toJsonSchema(side: JudgedSchema, options: JudgeOptions): JsonObject {
  return render(side, options).graph.finish()
}

const most = { nodes: mostNodesTouched, depth: 150, steps: 200_000, questions: 300 } as const

function obstacleOf({ graph, obstacle }: Rendering): Obstacle | 'endless' | 'budget' | undefined {
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
