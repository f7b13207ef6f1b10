import { isAbove, sensitivityOfCategory } from '../../contract/annotation/category.js'
import type { Classification, Schema } from '../../contract/model/index.js'
import type { Masked } from '../masking/masked-values.js'
import { docOwn } from './doc.js'
import type { DocText } from './text.js'
import type { TypeContext } from './type-context.js'

export type DocContext = Pick<TypeContext, 'module' | 'direction'>

/** `Contact e-mail (confidential): masked for callers who are not cleared.` Undefined: there is nothing to say. */
export function classLine(schema: Schema, masked: Masked | undefined, context: DocContext): DocText | undefined {
  const said = schema.classification && label(schema.classification.value)
  const fate = context.direction === 'input' ? undefined : fateOf(schema.classification?.value, masked, context)
  if (said === undefined) return fate === undefined ? undefined : docOwn(`${capital(fate)}.`)
  return docOwn(fate === undefined ? `${said}.` : `${said}: ${fate}.`)
}

function fateOf(
  classification: Classification | undefined,
  masked: Masked | undefined,
  { module }: DocContext,
): string | undefined {
  const sensitivity = classification && levelOf(classification)
  const isHidden = sensitivity !== undefined && module.plan.masked.isHidden(sensitivity)
  if (!masked && !isHidden) return undefined
  return `${wordOf(masked)} for callers who are not cleared`
}

function wordOf(masked: Masked | undefined): string {
  if (masked?.isAbsent) return 'absent'
  return masked?.isNull && masked.text === undefined ? 'null' : 'masked'
}

/** Whether even its default would say too much: contracts are often filled with what was at hand. */
export function isConfidential(schema: Schema, { module }: DocContext): boolean {
  const level = schema.classification && levelOf(schema.classification.value)
  return (level !== undefined && isAbove(level, 'internal')) || module.plan.masked.of(schema) !== undefined
}

function label(classification: Classification): string | undefined {
  const { category } = classification
  const level = levelOf(classification)
  if (level === undefined) return undefined
  return category === undefined ? `Classified as ${level}` : `${capital(inWords(category))} (${level})`
}

function levelOf({ sensitivity, category }: Classification): Classification['sensitivity'] {
  return sensitivity ?? (category === undefined ? undefined : sensitivityOfCategory(category))
}

/** What stands behind the dot and in front of it in English: `contact.email` is a contact e-mail, `identifier.vat` a VAT identifier. */
function inWords(category: string): string {
  const [name = '', ...detail] = category.split('.')
  const words = detail.map(spelt)
  const ordered = nouns.has(name) ? [...words, spelt(name)] : [spelt(name), ...words]
  return ordered.join(' ')
}

const nouns: ReadonlySet<string> = new Set(['identifier', 'location', 'credential', 'secret'])

const spellings: Readonly<Record<string, string>> = {
  bic: 'BIC',
  email: 'e-mail',
  gps: 'GPS',
  iban: 'IBAN',
  id: 'ID',
  ip: 'IP',
  pin: 'PIN',
  ssn: 'SSN',
  vat: 'VAT',
}

function spelt(word: string): string {
  return word
    .split('-')
    .map((part) => (Object.hasOwn(spellings, part) ? spellings[part] : part))
    .join(' ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
