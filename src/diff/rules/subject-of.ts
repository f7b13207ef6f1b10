import type { EditOf } from '../edit/edit.js'

/** What an edit of a schema is about, as people would call it: `sku`, each item of `tags`, the request body. */
export function subjectOf({ place, steps = [], before, after }: EditOf<'schema'>): string {
  const last = steps.findLastIndex((step, index) => step === 'properties' && index < steps.length - 1)
  const name = last < 0 ? undefined : steps[last + 1]
  const below = steps.slice(last < 0 ? 0 : last + 2)
  const whole = name === undefined ? wholeOf(place.location, after?.name ?? before?.name) : `\`${name}\``
  return below.includes('items')
    ? `each item of ${whole}`
    : below.includes('additionalProperties')
      ? `each further member of ${whole}`
      : whole
}

function wholeOf(location: string | undefined, name: string | undefined): string {
  if (name !== undefined) return `\`${name}\``
  return location === undefined ? 'the payload' : `the ${location}`
}

/** Several values for a message: the first few, and how many more there are. */
export function listed(values: readonly unknown[]): string {
  const shown = values
    .slice(0, mostListed)
    .map((value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``)
  const more = values.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}

const mostListed = 5

/** A value of a keyword for a message; a text that looks like another value keeps its quotes. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' && !looksLikeData(value) ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

function looksLikeData(text: string): boolean {
  return /^(?:-?\d[\d.eE+-]*|true|false|null|\s*)$/.test(text)
}
