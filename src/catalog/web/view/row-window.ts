import type { PartRow, PartSection } from '../../model/index.js'

/** Some rows of a section, as markup. */
export interface ShownSection {
  readonly section: PartSection
  readonly rows: readonly string[]
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
/** A section's own head. */
const headMarkup = 400

/**
 * As many sections and rows as there is room for, whatever they hold. Sections count as rows, so that a page can begin
 * with any of either.
 */
export function windowOf(
  sections: readonly PartSection[],
  offset: number,
  markupOf: (row: PartRow) => string,
): RowWindow {
  const shown: ShownSection[] = []
  let position = 0
  let room = mostMarkup
  for (const section of sections) {
    const first = Math.max(0, offset - position - 1)
    position++
    if (offset >= position + section.rows.length && section.rows.length > 0) {
      position += section.rows.length
      continue
    }
    if (section.rows.length === 0 && offset >= position) continue
    room -= headMarkup + (section.description?.length ?? 0)
    if (room < 0 && shown.length > 0) return { shown, next: position - 1 }
    const rows: string[] = []
    shown.push({ section, rows, isContinued: first > 0 })
    for (const row of section.rows.slice(first)) {
      const markup = markupOf(row)
      room -= markup.length
      if (room < 0 && rows.length > 0) return { shown, next: position + first + rows.length }
      // A head without a row would be shown twice.
      if (room < 0 && shown.length > 1) return { shown: shown.slice(0, -1), next: position - 1 }
      rows.push(markup)
    }
    position += section.rows.length
  }
  return { shown }
}
