import { isArray, isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'
import {
  type Annotated,
  type Classification,
  type Masking,
  maskingStrategies,
  type Origin,
  type Sensitivity,
  sensitivities,
} from '../model/index.js'
import type { Problems } from '../problem.js'
import { closed, highest, isCategory, sensitivityOfCategory } from './category.js'
import { extensionAt } from './extension.js'
import { maskingPattern } from './masking-pattern.js'
import { given, type ReadingPlace } from './shape.js'

/** Words for the four sensitivities in other vocabularies. */
const levels: Readonly<Record<Sensitivity, readonly string[]>> = {
  public: ['public', 'green', 'unclassified'],
  internal: ['internal', 'general', 'standard', 'yellow', 'low'],
  confidential: ['confidential', 'sensitive', 'private', 'orange', 'medium', 'high'],
  restricted: ['restricted', 'secret', 'red', 'critical', 'highly-confidential'],
}

type Reader = (value: JsonValue, place: ReadingPlace) => Classification | undefined

const personal: Classification = { sensitivity: 'confidential', category: 'personal' }
/** Somebody has looked at it and found nothing personal. */
const notPersonal: Classification = { sensitivity: 'internal', category: 'other' }

/** Spellings of other vocabularies, in alphabetical order. */
export const classificationAliases: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['x-classification', readLevel],
  ['x-contains-pii', readPersonal],
  ['x-data-class', readLevel],
  ['x-data-sensitivity', readLevel],
  ['x-masked', readMasked],
  ['x-pci', (value) => (value === false ? undefined : category('payment-card', ['pci-dss']))],
  ['x-personal-data', readPersonal],
  ['x-phi', (value) => (value === false ? undefined : category('health', ['hipaa']))],
  ['x-pii', readPersonal],
  ['x-privacy', readLevel],
  ['x-sap-dpp-is-potentially-personal', readPersonal],
  ['x-sap-dpp-is-potentially-sensitive', (value) => (value === false ? undefined : category('special'))],
  ['x-security-classification', readLevel],
  ['x-sensitive', readSensitive],
  ['x-sensitive-data', readMasked],
  ['x-sensitivity', readLevel],
])

/** What other vocabularies say on a node, the highest first; `format: password` among them. */
export function readForeignClassifications(
  node: JsonObject,
  at: Origin,
  problems: Problems,
): readonly Annotated<Classification>[] {
  const found: Annotated<Classification>[] = []
  for (const extension of Object.keys(node)) {
    const read = classificationAliases.get(extension) ?? (isRedaction(extension) ? readMasked : undefined)
    if (!read) continue
    const place = extensionAt(at, extension)
    const value = read(node[extension] as JsonValue, { extension, at: place, problems, severity: 'warning' })
    if (value) found.push({ value, at: place })
  }
  if (own(node, 'format') === 'password') found.push({ value: category('credential'), at: extensionAt(at, 'format') })
  return found.length < 2 ? found : found.sort(byHeight)
}

/** `x-pii: [name, email]` on an object marks these of its properties. */
export function readMarkedProperties(node: JsonObject, at: Origin): ReadonlyMap<string, Annotated<Classification>> {
  const marked = new Map<string, Annotated<Classification>>()
  for (const extension of ['x-pii', 'x-contains-pii', 'x-personal-data']) {
    const value = own(node, extension)
    if (!isArray(value)) continue
    const { document, pointer } = extensionAt(at, extension)
    value.forEach((name, index) => {
      if (typeof name === 'string')
        marked.set(name, { value: personal, at: { document, pointer: `${pointer}/${index}` } })
    })
  }
  return marked
}

export function isRedaction(extension: string): boolean {
  return extension.startsWith('x-redact')
}

/** `PII`, `pii.contact.email` */
export function readPersonalWord(value: JsonValue): Classification | undefined {
  if (typeof value !== 'string' || !/^pii(?:\.|$)/iu.test(value)) return undefined
  const detail = value.slice(4).toLowerCase()
  return isCategory(detail) ? category(detail) : personal
}

/** `{level, tags, protection}` */
export function isLevelObject(value: JsonValue): value is JsonObject {
  return isObject(value) && ['level', 'tags', 'protection'].some((key) => Object.hasOwn(value, key))
}

export function readLevel(value: JsonValue, place: ReadingPlace): Classification | undefined {
  if (isLevelObject(value)) return readLevelObject(value, place)
  const known = typeof value === 'string' ? readWord(value) : undefined
  if (known) return known
  place.problems.report(
    'TK1307',
    { extension: place.extension, given: given(value) },
    { at: place.at, severity: place.severity },
  )
  return closed
}

function readWord(value: string): Classification | undefined {
  const sensitivity = levelOf(value)
  if (sensitivity) return { sensitivity }
  return readPersonalWord(value) ?? (isCategory(value) ? category(value) : undefined)
}

function readLevelObject(value: JsonObject, place: ReadingPlace): Classification {
  const level = own(value, 'level')
  const said = level === undefined ? undefined : readLevel(level, { ...place, at: extensionAt(place.at, 'level') })
  const written = own(value, 'tags')
  const tags: readonly string[] = (isArray(written) ? written : [written ?? null]).filter(
    (tag) => typeof tag === 'string',
  )
  const tagged = tags.flatMap((tag) => readPersonalWord(tag) ?? (isCategory(tag) ? category(tag) : []))
  const [strictest] = tagged.sort((before, after) => heightOf(after) - heightOf(before))
  const regulation = tags
    .filter((tag) => readPersonalWord(tag) === undefined && !isCategory(tag))
    .map((tag) => tag.toLowerCase())
  const protection = own(value, 'protection')
  const masking = protection === undefined ? undefined : readProtection(protection)
  const sensitivity = highest(said?.sensitivity, strictest?.sensitivity)
  const kind = said?.category ?? strictest?.category
  return {
    ...(sensitivity !== undefined && { sensitivity }),
    ...(kind !== undefined && { category: kind }),
    ...(masking && { masking }),
    ...(regulation.length > 0 && { regulation }),
  }
}

function readPersonal(value: JsonValue): Classification | undefined {
  if (value === false) return notPersonal
  // A list marks properties of the object, not the object.
  if (isArray(value)) return undefined
  return (typeof value === 'string' && readPersonalWord(`pii.${value}`)) || personal
}

function readSensitive(value: JsonValue, place: ReadingPlace): Classification | undefined {
  if (value === false) return undefined
  return typeof value === 'string' ? readLevel(value, place) : { sensitivity: 'confidential' }
}

/** Whoever asks for masking has something to hide: confidential, whatever the policy says of unclassified data. */
function readMasked(value: JsonValue, place: ReadingPlace): Classification | undefined {
  if (value === false) return undefined
  const written = isObject(value) ? (own(value, 'strategy') ?? own(value, 'mask') ?? true) : value
  const pattern = isObject(value) ? own(value, 'pattern') : undefined
  if (typeof pattern !== 'string') return { sensitivity: 'confidential', masking: readProtection(written) }
  const sound = maskingPattern.read(pattern, { ...place, at: extensionAt(place.at, 'pattern') })
  const masking: Masking = sound === undefined ? { strategy: 'full' } : { strategy: 'regex', pattern: sound }
  return { sensitivity: 'confidential', masking }
}

const protections: Readonly<Record<Masking['strategy'], readonly string[]>> = {
  full: ['mask', 'masked', 'masking', 'redact', 'redacted'],
  partial: [],
  // A regular expression without its pattern hides nothing.
  regex: [],
  hash: ['hashed', 'hashing'],
  remove: ['removed', 'drop', 'omit'],
  tokenize: ['tokenized', 'tokenise', 'tokenised', 'tokenization'],
  encrypt: ['encrypted', 'encryption'],
}

function readProtection(value: JsonValue): Masking {
  const word = isObject(value) ? own(value, 'strategy') : value
  if (typeof word !== 'string') return { strategy: 'full' }
  const lower = word.toLowerCase()
  const strategy = maskingStrategies.find((name) => name === lower || protections[name].includes(lower))
  return { strategy: strategy === undefined || strategy === 'regex' ? 'full' : strategy }
}

function levelOf(word: string): Sensitivity | undefined {
  const canonical = word.trim().toLowerCase().replaceAll(/[ _]/gu, '-')
  return sensitivities.find((name) => levels[name].includes(canonical))
}

function category(name: string, regulation?: readonly string[]): Classification {
  return { sensitivity: sensitivityOfCategory(name), category: name, ...(regulation && { regulation }) }
}

function byHeight(before: Annotated<Classification>, after: Annotated<Classification>): number {
  return heightOf(after.value) - heightOf(before.value)
}

function heightOf({ sensitivity }: Classification): number {
  return sensitivity === undefined ? -1 : sensitivities.indexOf(sensitivity)
}
