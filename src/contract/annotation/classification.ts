import { didYouMean } from '../../util/did-you-mean.js'
import type { JsonObject } from '../../util/own.js'
import { type Annotated, type Classification, categories, type Origin, sensitivities } from '../model/index.js'
import type { Problems } from '../problem.js'
import { category, closed, floorOf, highest, isAbove, isCategory, sensitivityOfCategory } from './category.js'
import { isLevelObject, readForeignClassifications, readLevel, readPersonalWord } from './classification-aliases.js'
import { extensionAt, readExtension } from './extension.js'
import { maskingShape } from './masking.js'
import { about, choice, either, list, record, refuse, type Shape } from './shape.js'
import { prose } from './text.js'

const sensitivity = choice(sensitivities)
const words = [...sensitivities, ...categories]
const wordExpected = 'a sensitivity (public, internal, confidential, restricted) or a category such as `contact.email`'

const word: Shape<Classification> = {
  expected: wordExpected,
  schema: { anyOf: [sensitivity.schema, category.schema] },
  read(value, place) {
    const known = sensitivities.find((candidate) => candidate === value)
    if (known) return { sensitivity: known }
    if (typeof value !== 'string') return refuse(value, wordExpected, place)
    return isCategory(value) ? { category: value } : refuse(value, wordExpected, place, didYouMean(value, words))
  },
}

const texts = list(prose, 'a text or a list of texts', { single: true })

export const classificationShape = either(
  word,
  record({
    sensitivity: about('How sensitive it is; the floor of the category when left out.', sensitivity),
    category: about('What kind of data it is.', category),
    masking: about('How it is masked; fully when left out.', maskingShape),
    subject: about('Whom it is about.', prose),
    regulation: about('Which regulations bear on it.', texts),
    purpose: about('What it may be used for.', texts),
    ceiling: about('An assertion: nothing within reach is more sensitive.', sensitivity),
    override: about(
      'Why it is less sensitive here than its category or its container says.',
      record({ reason: prose, approvedBy: prose }, ['reason']),
    ),
  }),
)

/** Also reads `PII` and `{level, tags, protection}`, which its namesakes elsewhere write. */
const tolerantShape: Shape<Classification> = {
  ...classificationShape,
  read: (value, place) =>
    readPersonalWord(value) ??
    (isLevelObject(value) ? readLevel(value, { ...place, severity: 'error' }) : classificationShape.read(value, place)),
}

/**
 * `x-data-classification`, its other spellings, and `format: password`, as one statement: the highest sensitivity of
 * all. A category without a sensitivity brings its floor. What cannot be read counts as restricted.
 */
export function readClassification(
  node: JsonObject,
  at: Origin,
  problems: Problems,
): Annotated<Classification> | undefined {
  const own = readOwn(node, at, problems)
  const foreign = readForeignClassifications(node, at, problems)
  const all = own ? [own, ...foreign] : foreign
  if (all.length === 0) return undefined
  return all.length === 1 ? all[0] : join(all, own !== undefined, problems)
}

function readOwn(node: JsonObject, at: Origin, problems: Problems): Annotated<Classification> | undefined {
  const read = readExtension(node, at, 'x-data-classification', tolerantShape, problems)
  if (read === 'unreadable') return { value: closed, at: extensionAt(at, 'x-data-classification') }
  return read && { ...read, value: withFloor(read.value, read.at, problems) }
}

function withFloor(value: Classification, at: Origin, problems: Problems): Classification {
  if (value.category === undefined) return value
  const floor = floorOf(value.category)
  if (value.sensitivity === undefined) return { ...value, sensitivity: sensitivityOfCategory(value.category) }
  if (floor === undefined || value.override || !isAbove(floor, value.sensitivity)) return value
  const { category, sensitivity } = value
  problems.report('TK1309', { category, floor, sensitivity }, { at })
  return { ...value, sensitivity: floor }
}

/** Ours speaks first, but a higher sensitivity said elsewhere on the node holds unless ours overrides it. */
function join(
  all: readonly Annotated<Classification>[],
  declared: boolean,
  problems: Problems,
): Annotated<Classification> | undefined {
  const [first, ...others] = all
  if (!first) return undefined
  let value = first.value
  for (const other of others) {
    const joined = value.override ? value.sensitivity : highest(value.sensitivity, other.value.sensitivity)
    if (declared && value.sensitivity !== undefined && joined !== value.sensitivity)
      reportConflict(first, other, problems)
    value = { ...other.value, ...value, ...(joined !== undefined && { sensitivity: joined }) }
  }
  return { ...first, value }
}

function reportConflict(first: Annotated<Classification>, other: Annotated<Classification>, problems: Problems): void {
  const sensitivity = first.value.sensitivity ?? 'nothing'
  const otherSensitivity = other.value.sensitivity ?? 'nothing'
  if (keyOf(other.at) === 'format') {
    problems.report('TK1309', { category: 'credential', floor: otherSensitivity, sensitivity }, { at: first.at })
    return
  }
  problems.report(
    'TK1308',
    { extension: keyOf(first.at), sensitivity, other: keyOf(other.at), otherSensitivity },
    { at: first.at, part: 'key' },
  )
}

function keyOf({ pointer }: Origin): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1)
}
