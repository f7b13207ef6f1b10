import { didYouMean } from '../../util/did-you-mean.js'
import { type CategoryName, type Classification, categories, type Sensitivity, sensitivities } from '../model/index.js'
import { refuse, type Shape } from './shape.js'

/** The least sensitivity of a category; the others have none. */
const floors: Readonly<Partial<Record<CategoryName, Sensitivity>>> = {
  credential: 'restricted',
  secret: 'restricted',
  'government-id': 'restricted',
  'payment-card': 'restricted',
  health: 'restricted',
  biometric: 'restricted',
  genetic: 'restricted',
  special: 'restricted',
  child: 'restricted',
  personal: 'confidential',
  contact: 'confidential',
  financial: 'confidential',
  location: 'confidential',
  behavioural: 'confidential',
}

const pattern = new RegExp(`^(?:${categories.join('|')})(?:\\.[a-z0-9][a-z0-9-]*)*$`, 'u')
const expected = `a category, with optional detail as in \`contact.email\`: ${categories.join(', ')}`

/** A category with optional dotted detail: `contact.email`. */
export const category: Shape<string> = {
  expected,
  schema: { type: 'string', maxLength: 100, pattern: pattern.source },
  read(value, place) {
    if (typeof value !== 'string') return refuse(value, expected, place)
    return isCategory(value) ? value : refuse(value, expected, place, nearCategory(value))
  },
}

export function isCategory(value: string): boolean {
  return value.length <= 100 && pattern.test(value)
}

/** `contact` of `contact.email`. */
export function categoryName(value: string): CategoryName {
  return value.split('.', 1)[0] as CategoryName
}

/** The least sensitivity of data of this category, when it has one. */
export function floorOf(value: string): Sensitivity | undefined {
  return floors[categoryName(value)]
}

/** What a category alone says: its floor, or `internal` where it has none. */
export function sensitivityOfCategory(value: string): Sensitivity {
  return floorOf(value) ?? 'internal'
}

export function isAbove(sensitivity: Sensitivity, limit: Sensitivity): boolean {
  return sensitivities.indexOf(sensitivity) > sensitivities.indexOf(limit)
}

/** The highest of those that are there. */
export function highest(...all: readonly (Sensitivity | undefined)[]): Sensitivity | undefined {
  return all.reduce(
    (high, next) => (next !== undefined && (high === undefined || isAbove(next, high)) ? next : high),
    undefined,
  )
}

/** The strictest classification there is: for what cannot be read. */
export const closed: Classification = { sensitivity: 'restricted' }

function nearCategory(value: string): string | undefined {
  const [name = '', ...detail] = value.split('.')
  const near = didYouMean(name, categories)
  return near === undefined ? undefined : [near, ...detail].join('.').slice(0, 100)
}
