import { effectiveClassification } from '../../contract/annotation/index.js'
import type {
  Classification,
  Clearance,
  HttpOperation,
  MediaType,
  Response,
  Schema,
} from '../../contract/model/index.js'
import { tokensOf } from '../../util/json-pointer.js'
import { isArray, isObject, type JsonValue } from '../../util/own.js'
import { sameData } from '../../util/same-data.js'
import type { OperationPair } from '../edit/edit.js'
import { impliedClearance } from '../pair/walk-policies.js'
import { type Caller, callersOf, covers } from '../rules/governance/sight.js'
import { word } from '../rules/governance/word.js'
import { bodyValue, isJson, type Member, valueAt } from './body-text.js'
import { maskedFor } from './masked.js'
import { placesIn } from './place-in.js'
import { responseText } from './response-text.js'
import { type Exchange, operationsOf, type Scene, type ShowFinding } from './scene.js'

/** An answer with a value of another class, or with another mask, as the first caller gets it who sees the difference. */
export const showClass: ShowFinding = (edit, scene, { rule }) => {
  const whole = edit.node === 'schema' ? (edit.after ?? edit.before) : undefined
  const parts = whole && new Set([...placesIn(whole, scene.after.contract, 'output')].map(({ schema }) => schema))
  return asSeen(operationsOf(edit.place, scene), scene, {
    readers: readersOf(scene),
    isMeant: (schema) => parts?.has(schema) ?? true,
    said: [word<Classification>(edit.from), word<Classification>(edit.to)],
    outcome: rule === 'classification-raised' ? 'masked' : 'unmasked',
  })
}

/** An answer as those get it whose clearance shows more or less now, or is not one any more. */
export const showClearance: ShowFinding = (edit, scene, { rule }) => {
  const [, group, name] = tokensOf(edit.place.pointer)
  const isNamed = (reader: Reader): boolean => reader.name === (group === 'clearances' ? name : undefined)
  const outcome = rule === 'clearance-raised' ? 'unmasked' : rule === 'clearance-lowered' ? 'masked' : undefined
  return inAny(scene, readersOf(scene).filter(isNamed), outcome)
}

/** An answer to a token whose claim is not read any more. */
export const showClearanceClaim: ShowFinding = (_, scene) => {
  const rest = scene.after.contract.dataPolicy.default ?? impliedClearance
  const named = readersOf(scene).filter(({ name }) => name !== undefined)
  return inAny(
    scene,
    named.map((reader) => ({ ...reader, after: rest })),
  )
}

/** An answer with something in it that nobody has classified. */
export const showUnclassified: ShowFinding = (_, scene) => inAny(scene, readersOf(scene))

/** In any answer, with a value that somebody sees and did not, or the other way round. */
function inAny(scene: Scene, readers: readonly Reader[], outcome?: Seen['outcome']): Exchange | undefined {
  const [before, after] = [scene.before.contract, scene.after.contract]
  const { of } = effectiveClassification(after)
  const isMeant = (schema: Schema): boolean => {
    const held = of(schema)
    const sees = (reader: Reader) => covers(reader.before, held, before.dataPolicy)
    return readers.some((reader) => sees(reader) !== covers(reader.after, held, after.dataPolicy))
  }
  return asSeen(operationsOf({ pointer: '' }, scene), scene, { readers, isMeant, ...(outcome && { outcome }) })
}

interface Reader {
  readonly name: string | undefined
  readonly before: Clearance
  readonly after: Clearance
}

/** Whoever could call before: without a clearance, or with one that may have gone. */
function readersOf({ before, after }: Scene): readonly Reader[] {
  const { default: rest = impliedClearance, clearances } = after.contract.dataPolicy
  return callersOf(before.contract.dataPolicy).map(({ name, clearance }: Caller) => ({
    name,
    before: clearance,
    after: (name === undefined ? undefined : clearances.get(name)) ?? rest,
  }))
}

interface Seen {
  readonly readers: readonly Reader[]
  /** Which schemas are meant. */
  readonly isMeant: (schema: Schema) => boolean
  /** What was and is said of these. Default: nothing but what holds now. */
  readonly said?: readonly (Classification | undefined)[]
  /** Default: either. */
  readonly outcome?: 'masked' | 'unmasked'
}

/** Places for which a value is looked for: what is not found by then is not shown. */
const mostTried = 50

/** The first answer that somebody gets otherwise than before, in one of the places that are meant. */
function asSeen(pairs: readonly OperationPair[], scene: Scene, seen: Seen): Exchange | undefined {
  const { isMeant, said = [] } = seen
  const { of } = effectiveClassification(scene.after.contract)
  let tried = 0
  for (const answer of answersOf(pairs)) {
    const { schema } = answer.media.after
    const places = schema ? placesIn(schema, scene.after.contract, 'output') : []
    for (const { path, schema: part } of places) {
      if (!isMeant(part)) continue
      if (++tried > mostTried) return undefined
      const isAddress = [...said, of(part)].some((each) => each?.category?.includes('email'))
      const member = { path, fits: isTelling, values: [...(isAddress ? ['ada@example.com'] : []), 'abcdefgh'] }
      const shown = differing(answer, member, scene, seen)
      if (shown) return shown
    }
  }
  return undefined
}

/** Of nothing no mask can be told from it. */
function isTelling(value: JsonValue): boolean {
  return value !== null && value !== ''
}

function differing(answer: Answer, member: Member, { answers }: Scene, { readers, outcome: wanted }: Seen) {
  const { operation, response, media } = answer
  const [before, after] = [media.before.schema, media.after.schema]
  const value = before && bodyValue(before, answers.before, member)
  if (!before || !after || value === undefined) return undefined
  const shared = valueAt(value, member.path)
  // Around the place each version has what it must have.
  const fits = (each: JsonValue): boolean => sameData(each, shared)
  const made = bodyValue(after, answers.after, { ...member, fits, values: shared === undefined ? [] : [shared] })
  if (made === undefined) return undefined
  for (const reader of readers) {
    const was = maskedFor(value, before, answers.before, reader.before)
    const is = maskedFor(made, after, answers.after, reader.after)
    const outcome = was === undefined || is === undefined ? undefined : outcomeAt(member.path, { value, was, is })
    if (outcome === undefined || (wanted ?? outcome) !== outcome) continue
    const who = reader.name === undefined ? 'callers without a clearance' : `callers with clearance \`${reader.name}\``
    return {
      text: responseText(response.before, answers.before, { mediaType: media.before, value: was }),
      now: responseText(response.after, answers.after, { mediaType: media.after, value: is }),
      reason: `${who} see ${outcome === 'masked' ? 'less' : 'more'} of what ${operation.method.toUpperCase()} ${operation.path} answers`,
      outcome,
    }
  }
  return undefined
}

interface Views {
  readonly value: JsonValue
  readonly was: JsonValue
  readonly is: JsonValue
}

/** What became of a place, other places aside; undefined where it is seen as before, or made of parts that are judged. */
function outcomeAt(path: Member['path'], { value, was, is }: Views): 'masked' | 'unmasked' | undefined {
  const [whole, before, after] = [value, was, is].map((each) => valueAt(each, path))
  const isMade = (each: JsonValue | undefined): boolean => isObject(each) || isArray(each)
  if (isMade(before) && isMade(after)) return undefined
  const [isShown, isShownNow] = [before, after].map((each) => each !== undefined && sameData(each, whole))
  if (isShown && isShownNow) return undefined
  if (isShown) return 'masked'
  return isShownNow || !sameData(before, after) ? 'unmasked' : undefined
}

interface Answer {
  readonly operation: HttpOperation
  readonly response: Both<Response>
  readonly media: Both<MediaType>
}

interface Both<T> {
  readonly before: T
  readonly after: T
}

/** The answers in JSON that both versions have: no others are masked. */
function* answersOf(pairs: readonly OperationPair[]): Generator<Answer> {
  for (const { before, after } of pairs) {
    if (before?.kind !== 'http' || after?.kind !== 'http' || after.role !== 'path') continue
    for (const made of after.responses) {
      const known = before.responses.find(({ status }) => status === made.status)
      for (const media of known ? made.content : []) {
        const same = known?.content.find(({ mediaType }) => mediaType === media.mediaType)
        if (known && same && isJson(media.mediaType))
          yield { operation: after, response: { before: known, after: made }, media: { before: same, after: media } }
      }
    }
  }
}
