import type { Schema, SchemaId } from '../../contract/model/index.js'
import { type Judgement, judgeDeclared } from '../../contract/schema/judge/index.js'
import type { JsonValue } from '../../util/own.js'
import { createJudgeInParts } from '../containment/index.js'
import type { Containment, Projection, SchemaSide, Suspicion, Verdict } from '../containment/types.js'
import { type Effect, polarityOf } from '../edit/edit.js'
import type { Direction, Witness } from '../report.js'
import type { PayloadPair } from './units.js'

type Side = 'before' | 'after'

export function projectionOf(direction: Direction): Projection {
  return direction === 'request' ? 'to-server' : direction === 'response' ? 'from-server' : 'none'
}

/** Answers what becomes of payloads, and of single values in them. */
export interface PayloadJudge {
  /** Whether what the one side sends in this payload is accepted by the other: our own word, which is cheap. */
  readonly suspicionOf: (payload: PayloadPair) => Suspicion
  /** The same with a witness that a validator has judged: for what is told. */
  readonly verdictOf: (payload: PayloadPair) => Verdict
  /** Whether what the one side sends in this payload is accepted by such a reader. */
  readonly suspect: (payload: PayloadPair, reader: SchemaSide) => Suspicion
  /** What becomes of a value of the payload; where it is refused, for what `blamed` has against it, if that refuses it. */
  readonly effectOn: (payload: PayloadPair, value: JsonValue, blamed: SchemaSide | undefined) => Effect
  /** A value as a witness: for what travels as text with the request line. */
  readonly witnessOf: (payload: PayloadPair, value: JsonValue, reason: string) => Witness
}

export interface PayloadJudgeOptions {
  readonly containment: Containment
  /** Of both versions. */
  readonly schemas: Readonly<Record<Side, ReadonlyMap<SchemaId, Schema>>>
  /** The schema of the payload in one of the versions. */
  readonly sideOf: (payload: PayloadPair, which: Side) => SchemaSide
}

export function createPayloadJudge({ containment, schemas, sideOf }: PayloadJudgeOptions): PayloadJudge {
  const judgeInParts = createJudgeInParts()
  const suspicions = new Map<PayloadPair, Suspicion>()

  return { suspicionOf, verdictOf, suspect, effectOn, witnessOf }

  function suspicionOf(payload: PayloadPair): Suspicion {
    const known = suspicions.get(payload) ?? suspect(payload, sideOf(payload, sidesOf(payload).reader))
    suspicions.set(payload, known)
    return known
  }

  function suspect(payload: PayloadPair, reader: SchemaSide): Suspicion {
    return containment.suspect(...arriving(payload, reader))
  }

  function verdictOf(payload: PayloadPair): Verdict {
    const reader = sideOf(payload, sidesOf(payload).reader)
    const verdict = containment.check(...arriving(payload, reader))
    if (verdict.kind !== 'breaking' || !payload.place.wire) return verdict
    return reading(payload, verdict.witness).kind === 'refused' ? verdict : { kind: 'unknown', why: 'wire' }
  }

  function effectOn(payload: PayloadPair, witness: JsonValue, blamed: SchemaSide | undefined): Effect {
    const { producer } = sidesOf(payload)
    const read = reading(payload, witness)
    if (read.kind === 'accepted') return { kind: 'compatible' }
    if (read.kind === 'unjudged') return { kind: 'unknown', why: 'budget' }
    const projection = projectionOf(payload.unit.direction)
    if (!payload.place.wire && sends(sideOf(payload, producer), witness, projection).kind !== 'accepted')
      return { kind: 'unknown', why: 'disagreement' }
    const told = blamed && judgeInParts(blamed, witness, projection)
    return {
      kind: 'breaking',
      witness: witnessOf(payload, witness, told?.kind === 'refused' ? told.reason : read.reason),
    }
  }

  function sends(producer: SchemaSide, value: JsonValue, projection: Projection): Judgement {
    const judgement = judgeInParts(producer, value, projection)
    if (judgement.kind !== 'accepted' || containment.view !== 'exchange') return judgement
    return judgeDeclared(producer, value, { projection })
  }

  /** What is asked of containment: of what arrives, where values travel as text. */
  function arriving(payload: PayloadPair, reader: SchemaSide): [SchemaSide, SchemaSide, Projection] {
    const producer = sideOf(payload, sidesOf(payload).producer)
    const pair = payload.place.wire?.pair(producer, reader) ?? { producer, reader }
    return [pair.producer, pair.reader, projectionOf(payload.unit.direction)]
  }

  /** What the reader says to the value: it is refused when it is in every way that it can be read. */
  function reading(payload: PayloadPair, value: JsonValue): Judgement {
    const reader = sideOf(payload, sidesOf(payload).reader)
    const projection = projectionOf(payload.unit.direction)
    let told: Judgement | undefined
    for (const one of payload.place.wire?.readings(value) ?? [value]) {
      const judgement = judgeInParts(reader, one, projection)
      if (judgement.kind === 'accepted') return judgement
      if (judgement.kind === 'unjudged') told = judgement
      told ??= judgement
    }
    return told ?? { kind: 'unjudged', why: 'budget' }
  }

  function witnessOf(payload: PayloadPair, value: JsonValue, reason: string): Witness {
    const { wire } = payload.place
    if (!wire) return { value, reason }
    const { producer } = sidesOf(payload)
    const sample = (schema: Schema) =>
      containment.sample({ schema, schemas: schemas[producer] }, projectionOf(payload.unit.direction))
    return { value, reason, request: wire.raw(value, sample) }
  }
}

/** Which version sends what goes this way, and which reads it. */
export function sidesOf({ unit }: PayloadPair): {
  readonly producer: 'before' | 'after'
  readonly reader: 'before' | 'after'
} {
  return polarityOf(unit.direction) === 'input'
    ? { producer: 'before', reader: 'after' }
    : { producer: 'after', reader: 'before' }
}
