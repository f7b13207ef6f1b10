import type { PartRow, PartSection } from '../../model/index.js'
import { shown } from './text.js'

/** Some rows of a section. */
export interface ShownSection {
  readonly section: PartSection
  readonly rows: readonly PartRow[]
  /** Whether rows of it were on the page before. */
  readonly isContinued: boolean
}

export interface RowWindow {
  readonly shown: readonly ShownSection[]
  /** Where the next page begins, when there is more. */
  readonly next?: number
}

/** Characters of markup that rows may take in a page. */
const mostMarkup = 45_000
/** A section's own head, a row's own cells, a link. */
const headMarkup = 400
const cellsMarkup = 200
const linkMarkup = 250

/**
 * As many sections and rows as there is room for, whatever they hold and wherever the page lies. Sections count as rows, so
 * that a page can begin with any of either.
 */
export function windowOf(sections: readonly PartSection[], offset: number): RowWindow {
  const found: ShownSection[] = []
  let position = 0
  let room = mostMarkup
  for (const section of sections) {
    const first = Math.max(0, offset - position - 1)
    position++
    const end = position + section.rows.length
    if (offset >= Math.max(end, position)) {
      position = end
      continue
    }
    room -= headMarkup + lengthOf(section.description)
    if (room < 0 && found.length > 0) return { shown: found, next: position - 1 }
    const rows = rowsThatFit(section.rows.slice(first), room, found.length === 0)
    // A head without a row would be shown twice.
    if (rows.length === 0 && section.rows.length > 0) return { shown: found, next: position - 1 }
    found.push({ section, rows, isContinued: first > 0 })
    if (first + rows.length < section.rows.length) return { shown: found, next: position + first + rows.length }
    room -= rows.reduce((sum, row) => sum + markupLength(row), 0)
    position = end
  }
  return { shown: found }
}

/** The first rows; one at least where there must be one. */
export function rowsThatFit(rows: readonly PartRow[], most: number, mustHaveOne: boolean): readonly PartRow[] {
  let room = most
  const end = rows.findIndex((row, index) => {
    room -= markupLength(row)
    return room < 0 && !(mustHaveOne && index === 0)
  })
  return end < 0 ? rows : rows.slice(0, end)
}

/** About as much as its markup takes, and not less. */
function markupLength({ name, type, description, notes, sensitivity, category }: PartRow): number {
  const texts = [name, ...type.map(({ text }) => text), description, ...notes, sensitivity, category]
  const links = type.filter(({ schema }) => schema !== undefined).length
  return texts.reduce((sum, text) => sum + lengthOf(text), cellsMarkup + links * linkMarkup)
}

/** Of a text as it stands in a page, where what acts in it is written out. */
function lengthOf(text = ''): number {
  return shown(text).replace(/[&<>"']/g, '&quot;').length
}
