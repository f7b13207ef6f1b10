import { printable } from '../../../util/printable.js'

/** Text of a contract as paragraphs may show it: bounded, and nothing in it acts. Markup is escaped where it is put in. */
export function shown(text: string, most = 500): string {
  if (text.length <= most) return printable(text)
  return `${printable(text.slice(0, most))}…`
}

/** An address of the web that a contract names; undefined for every other scheme, since `javascript:` is one, too. */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || text.length > longestAddress || !URL.canParse(text)) return undefined
  const { protocol, username, password, href } = new URL(text)
  const isWeb = protocol === 'https:' || protocol === 'http:'
  // A name in front of the host makes people believe that they are somewhere else.
  return isWeb && username === '' && password === '' ? href : undefined
}

const longestAddress = 2000

/** `1 version`, `2 versions`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`
}

/** Percent in whole numbers; 100 only when nothing is missing. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part / whole) * 100)
}
