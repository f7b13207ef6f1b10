import type { Around } from './surroundings.js'

/** A text of the query; undefined when it is not there, empty, or longer than anything that could be meant. */
export function textIn(around: Around, name: string, most = 100): string | undefined {
  const text = around.req.query(name)?.trim()
  // PostgreSQL has no text with a NUL in it.
  return text === undefined || text === '' || text.length > most || text.includes('\0') ? undefined : text
}

/** A whole number of the query from 0 to `most`; 0 for anything else. */
export function numberIn(around: Around, name: string, most: number): number {
  const text = around.req.query(name) ?? ''
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), most) : 0
}
