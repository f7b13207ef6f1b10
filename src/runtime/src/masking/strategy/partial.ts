import type { MaskRule } from '../../codec/types.js'
import { fullMask, hiddenPart } from './full.js'

/**
 * A text of which a little is shown, by what it is: an e-mail address, the number of a payment card, an IBAN, a phone
 * number, or else its end. Undefined parts of a surrogate pair never come out, the hidden part says nothing of its
 * length, and a reveal of half the text or more becomes a full mask.
 */
export function partialMask(text: string, rule: MaskRule): string {
  for (const candidate of candidates(text, rule)) {
    const shown = candidate.reduce((sum, part) => sum + (part === undefined ? 0 : Array.from(part).length), 0)
    if (shown > 0 && shown * 2 < Array.from(text).length) {
      return candidate.map((part) => part ?? hiddenPart(rule)).join('')
    }
  }
  return fullMask(rule)
}

/** Shown parts in order; undefined stands for a hidden one. */
type Candidate = readonly (string | undefined)[]

function candidates(text: string, rule: MaskRule): readonly Candidate[] {
  switch (kindOf(rule)) {
    case 'email':
      return email(text)
    case 'card':
      return card(text, rule.keep ?? 4)
    case 'iban':
      return iban(text, rule.keep ?? 4)
    case 'phone':
      return phone(text, rule.keep ?? 2)
    case undefined:
      return [ending(text, rule.keep ?? 4)]
  }
}

type Kind = 'email' | 'card' | 'iban' | 'phone'

function kindOf({ category = '', format }: MaskRule): Kind | undefined {
  const [name, detail] = category.split('.')
  if (name === 'payment-card') return 'card'
  for (const said of [detail, format]) {
    if (said === 'email' || said === 'idn-email') return 'email'
    if (said === 'iban') return 'iban'
    if (said === 'phone') return 'phone'
  }
  return undefined
}

/** The first character and the domain, or only its last label. */
function email(text: string): readonly Candidate[] {
  const at = text.lastIndexOf('@')
  const [first = ''] = text
  const domain = text.slice(at + 1)
  if (at < 1 || domain === '' || text.indexOf('@') !== at) return []
  const label = domain.lastIndexOf('.')
  const short: Candidate = label > 0 ? [first, undefined, '@', undefined, domain.slice(label)] : [first, undefined]
  return [[first, undefined, `@${domain}`], short]
}

/** The last digits: four of 12 to 19. */
function card(text: string, keep: number): readonly Candidate[] {
  const digits = text.replace(/[ -]/g, '')
  return /^\d{12,19}$/.test(digits) ? [[undefined, lastOf(digits, Math.min(keep, 4))]] : []
}

/** The country and the last characters. */
function iban(text: string, keep: number): readonly Candidate[] {
  const compact = text.replaceAll(' ', '')
  if (!/^[A-Za-z]{2}\d{2}[A-Za-z\d]{11,30}$/.test(compact)) return []
  return [[compact.slice(0, 2), undefined, lastOf(compact, Math.min(keep, 4))]]
}

function phone(text: string, keep: number): readonly Candidate[] {
  const digits = text.replace(/[ ()./-]/g, '')
  return /^\+?\d{7,15}$/.test(digits) ? [[undefined, lastOf(digits, Math.min(keep, 4))]] : []
}

function ending(text: string, keep: number): Candidate {
  return [undefined, lastOf(text, keep)]
}

function lastOf(text: string, count: number): string {
  return count <= 0 ? '' : Array.from(text).slice(-count).join('')
}
