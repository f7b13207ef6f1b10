import type { Judgement } from '../../contract/schema/judge/index.js'
import type { JsonValue } from '../../util/own.js'
import type { JudgeInParts } from './judge-in-parts.js'
import type { Breaking, Projection, SchemaSide, Unknown, UnknownReason } from './types.js'

/** The two schemas that a witness tells apart. */
export interface Exchange {
  readonly producer: SchemaSide
  readonly reader: SchemaSide
  readonly projection: Projection
}

/**
 * Has a validator say that the producer's schema accepts the value and the reader's refuses it. That the producer sends
 * nothing undeclared is no matter of JSON Schema: that has been seen to before.
 */
export function confirm(
  { producer, reader, projection }: Exchange,
  witness: JsonValue,
  judge: JudgeInParts,
): Breaking | Unknown {
  const sent = judge(producer, witness, projection)
  const read = judge(reader, witness, projection)
  if (sent.kind === 'unjudged') return { kind: 'unknown', why: reasonOf(sent.why) }
  if (read.kind === 'unjudged') return { kind: 'unknown', why: reasonOf(read.why) }
  if (sent.kind === 'refused' || read.kind === 'accepted') return { kind: 'unknown', why: 'disagreement' }
  return { kind: 'breaking', witness, reason: read.reason, pointer: read.pointer }
}

type Unjudged = Extract<Judgement, { kind: 'unjudged' }>['why']

function reasonOf(why: Unjudged): UnknownReason {
  return why === 'name' || why === 'endless' ? 'budget' : why
}
