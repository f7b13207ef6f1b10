import { effectiveClassification } from '../../contract/annotation/index.js'
import type { Classification, Clearance, Header, MediaType, Response, Schema } from '../../contract/model/index.js'
import { isArray, isObject, type JsonValue } from '../../util/own.js'
import { sameData } from '../../util/same-data.js'
import type { OperationPair } from '../edit/edit.js'
import { bodyValue, isJson, type Member, valueAt } from './body-text.js'
import { maskedFor } from './masked.js'
import { placesIn } from './place-in.js'
import { headerText, responseText } from './response-text.js'
import type { Samples } from './samples.js'
import type { Exchange, Scene } from './scene.js'

/** Somebody who could call before, with the clearance of each version. */
export interface Reader {
  readonly name: string | undefined
  readonly before: Clearance
  readonly after: Clearance
}

export interface Seen {
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
export function asSeen(pairs: readonly OperationPair[], scene: Scene, seen: Seen): Exchange | undefined {
  const { isMeant, said = [] } = seen
  const { contract } = scene.after
  const { of } = effectiveClassification(contract)
  const met = new Set<Schema>()
  let tried = 0
  for (const carrier of carriersOf(pairs, scene)) {
    for (const { path, schema } of placesIn(carrier.after.schema, contract, 'output', met)) {
      if (!isMeant(schema)) continue
      if (++tried > mostTried || !scene.mayLook()) return undefined
      const isAddress = [...said, of(schema)].some((each) => each?.category?.includes('email'))
      const member = { path, fits: isTelling, values: [...(isAddress ? ['ada@example.com'] : []), 'abcdefgh'] }
      const shown = differing(carrier, member, scene, seen)
      if (shown) return shown
    }
  }
  return undefined
}

/** Of nothing no mask can be told from it. */
function isTelling(value: JsonValue): boolean {
  return value !== null && value !== ''
}

function differing({ title, before, after }: Carrier, member: Member, { answers }: Scene, seen: Seen) {
  const value = bodyValue(before.schema, answers.before, member)
  const shared = value === undefined ? undefined : valueAt(value, member.path)
  if (value === undefined || shared === undefined) return undefined
  // Around the place each version has what it must have.
  const fits = (each: JsonValue): boolean => sameData(each, shared)
  const made = bodyValue(after.schema, answers.after, { path: member.path, fits, values: [shared] })
  if (made === undefined) return undefined
  for (const reader of seen.readers) {
    const was = maskedFor(value, before.schema, answers.before, reader.before)
    const is = maskedFor(made, after.schema, answers.after, reader.after)
    const outcome = outcomeAt(member.path, { value, was, is })
    if (outcome === undefined || (seen.outcome ?? outcome) !== outcome) continue
    const who = reader.name === undefined ? 'callers without a clearance' : `callers with clearance \`${reader.name}\``
    const reason = `${who} see ${outcome === 'masked' ? 'less' : 'more'} of what ${title} answers`
    return { text: before.write(was), now: after.write(is), reason, outcome }
  }
  return undefined
}

interface Views {
  readonly value: JsonValue
  /** Undefined: nothing is left of it. */
  readonly was: JsonValue | undefined
  readonly is: JsonValue | undefined
}

/** What became of a place, other places aside; undefined where it is seen as before, or made of parts that are judged. */
function outcomeAt(path: Member['path'], { value, was, is }: Views): 'masked' | 'unmasked' | undefined {
  const [whole, before, after] = [value, was, is].map((each) => (each === undefined ? undefined : valueAt(each, path)))
  const isMade = (each: JsonValue | undefined): boolean => isObject(each) || isArray(each)
  if (isMade(before) && isMade(after)) return undefined
  const [isShown, isShownNow] = [before, after].map((each) => each !== undefined && sameData(each, whole))
  if (isShown && isShownNow) return undefined
  if (isShown) return 'masked'
  return isShownNow || !sameData(before, after) ? 'unmasked' : undefined
}

/** What carries a value of an answer in both versions: a body, or a header. */
interface Carrier {
  /** `GET /orders` */
  readonly title: string
  readonly before: Side
  readonly after: Side
}

interface Side {
  readonly schema: Schema
  /** The whole answer with this value in it; undefined: without one. */
  readonly write: (value: JsonValue | undefined) => string | undefined
}

/** Bodies in JSON and headers: nothing else is masked. */
function* carriersOf(pairs: readonly OperationPair[], { answers }: Scene): Generator<Carrier> {
  for (const { before, after } of pairs) {
    if (before?.kind !== 'http' || after?.kind !== 'http' || after.role !== 'path') continue
    const title = `${after.method.toUpperCase()} ${after.path}`
    for (const made of after.responses) {
      const known = before.responses.find(({ status }) => status === made.status)
      if (!known) continue
      for (const media of made.content) {
        const same = known.content.find(({ mediaType }) => mediaType === media.mediaType)
        const [was, is] = [same && bodyOf(known, same, answers.before), bodyOf(made, media, answers.after)]
        if (was && is) yield { title, before: was, after: is }
      }
      for (const header of made.headers) {
        const same = known.headers.find(({ name }) => name.toLowerCase() === header.name.toLowerCase())
        const [was, is] = [same && headerOf(known, same, answers.before), headerOf(made, header, answers.after)]
        if (was && is) yield { title, before: was, after: is }
      }
    }
  }
}

function bodyOf(response: Response, mediaType: MediaType, samples: Samples): Side | undefined {
  const { schema } = mediaType
  const write = (value: JsonValue | undefined) => responseText(response, samples, { mediaType, value: value ?? null })
  return schema && isJson(mediaType.mediaType) ? { schema, write } : undefined
}

function headerOf(response: Response, header: Header, samples: Samples): Side | undefined {
  const schema = header.schema ?? header.content?.schema
  const write = (value: JsonValue | undefined) => {
    const text = value === undefined || value === null ? undefined : headerText(header, value)
    return responseText(response, samples, { header, text })
  }
  return schema && { schema, write }
}
