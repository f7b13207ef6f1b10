import type { MaskRule } from '../../codec/types.js'
import { fullMask, hiddenPart } from './full.js'

/**
 * A text of which a little is shown, by what it is: an e-mail address, the number of a payment card, an IBAN, a phone
 * number, or else its end. Undefined parts of a surrogate pair never come out, the hidden part says nothing of its
 * length, and a reveal of half of what counts or more becomes a full mask.
 */
export function partialMask(text: string, rule: MaskRule): string {
  for (const { parts, of } of candidates(text, rule)) {
    const shown = parts.reduce((sum, part) => sum + (part === undefined ? 0 : lengthOf(part)), 0)
    if (shown > 0 && shown * 2 < of) return parts.map((part) => part ?? hiddenPart(rule)).join('')
  }
  return fullMask(rule)
}

interface Candidate {
  /** Shown parts in order; undefined stands for a hidden one. */
  readonly parts: readonly (string | undefined)[]
  /** Characters of the text that say something: of `4111 1111` eight. */
  readonly of: number
}

function candidates(text: string, rule: MaskRule): readonly Candidate[] {
  const kind = partialKind(rule)
  const keep = keptCharacters(rule)
  switch (kind) {
    case 'email':
      return email(text)
    case 'card':
      return card(text, keep)
    case 'iban':
      return iban(text, keep)
    case 'phone':
      return phone(text, keep)
    case 'text':
      return [{ parts: [undefined, lastOf(text, keep)], of: lengthOf(text) }]
  }
}

export type PartialKind = 'email' | 'card' | 'iban' | 'phone' | 'text'

/** What a text is, by its category, or else by its format. */
export function partialKind({ category = '', format }: MaskRule): PartialKind {
  const [name, detail] = category.split('.')
  if (name === 'payment-card') return 'card'
  for (const said of [detail, format]) {
    if (said === 'email' || said === 'idn-email') return 'email'
    if (said === 'iban') return 'iban'
    if (said === 'phone') return 'phone'
  }
  return 'text'
}

/** How many characters may stay at the end; of what has a format never more than four. */
export function keptCharacters(rule: MaskRule): number {
  switch (partialKind(rule)) {
    case 'email':
      return 0
    case 'card':
    case 'iban':
      return Math.min(rule.keep ?? 4, 4)
    case 'phone':
      return Math.min(rule.keep ?? 2, 4)
    case 'text':
      return rule.keep ?? 4
  }
}

/** The first character of three or more, and the domain, or only its last label. */
function email(text: string): readonly Candidate[] {
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  if (at < 1 || domain === '' || text.indexOf('@') !== at) return []
  const of = lengthOf(text)
  const local = Array.from(text.slice(0, at))
  const first = local.length > 2 ? local.slice(0, 1) : []
  const label = domain.lastIndexOf('.')
  return [
    { parts: [...first, undefined, `@${domain}`], of },
    { parts: label > 0 ? [...first, undefined, '@', undefined, domain.slice(label)] : [...first, undefined], of },
  ]
}

/** The last digits: four of 12 to 19. */
function card(text: string, keep: number): readonly Candidate[] {
  const digits = text.replace(/[ -]/g, '')
  return /^\d{12,19}$/.test(digits) ? [{ parts: [undefined, lastOf(digits, keep)], of: digits.length }] : []
}

/** The country and the last characters. */
function iban(text: string, keep: number): readonly Candidate[] {
  const compact = text.replaceAll(' ', '')
  if (!/^[A-Za-z]{2}\d{2}[A-Za-z\d]{11,30}$/.test(compact)) return []
  return [{ parts: [compact.slice(0, 2), undefined, lastOf(compact, keep)], of: compact.length }]
}

function phone(text: string, keep: number): readonly Candidate[] {
  const digits = text.replace(/[ ()./+-]/g, '')
  const isPhone = /^\d{7,15}$/.test(digits) && text.lastIndexOf('+') <= 0
  return isPhone ? [{ parts: [undefined, lastOf(digits, keep)], of: digits.length }] : []
}

function lastOf(text: string, count: number): string {
  return count <= 0 ? '' : Array.from(text).slice(-count).join('')
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
