import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartRow, PartSection } from '../../../../src/catalog/model/index.js'
import { windowOf } from '../../../../src/catalog/web/view/row-window.js'

const row = (name: string): PartRow => ({ name, type: [], notes: [] })
const section = (title: string, count: number): PartSection => ({
  title,
  notes: [],
  rows: Array.from({ length: count }, (_, index) => row(`${title}${index}`)),
})

/** All pages from the first to the last. */
function pagesOf(sections: readonly PartSection[], size: number) {
  const pages: ReturnType<typeof windowOf>[] = []
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const page: ReturnType<typeof windowOf> = windowOf(sections, offset, ({ name }) => name.padEnd(size, '.'))
    expect(page.next === undefined || page.next > offset).toBe(true)
    pages.push(page)
    offset = page.next
  }
  return pages
}

describe('windows of rows', () => {
  it('show every section and every row once, in order, on pages of bounded size', () => {
    const counts = fc.array(fc.nat({ max: 60 }), { maxLength: 12 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 20_000 }), (lengths, size) => {
        const sections = lengths.map((count, index) => section(`s${index}-`, count))
        const pages = pagesOf(sections, size)
        const rows = pages.flatMap(({ shown }) =>
          shown.flatMap((each) => each.rows.map((text) => text.replace(/\.+$/, ''))),
        )
        expect(rows).toEqual(sections.flatMap((each) => each.rows.map(({ name }) => name)))
        const heads = pages.flatMap(({ shown }) => shown.filter(({ isContinued }) => !isContinued))
        expect(heads.map(({ section: { title } }) => title)).toEqual(sections.map(({ title }) => title))
        for (const { shown } of pages) {
          const length = shown.flatMap((each) => each.rows).reduce((sum, text) => sum + text.length, 0)
          expect(length).toBeLessThanOrEqual(Math.max(45_000, size))
        }
      }),
    )
  })

  it('show nothing beyond the end', () => {
    expect(windowOf([section('a', 3)], 99, ({ name }) => name)).toEqual({ shown: [] })
  })
})
