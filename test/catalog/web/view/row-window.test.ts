import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartRow, PartSection } from '../../../../src/catalog/model/index.js'
import { windowOf } from '../../../../src/catalog/web/view/row-window.js'

const section = (title: string, count: number, size: number): PartSection => ({
  title,
  notes: [],
  rows: Array.from(
    { length: count },
    (_, index): PartRow => ({ name: `${title}${index}`, type: [], notes: Array<string>(size).fill('<'.repeat(50)) }),
  ),
})

/** All pages from the first to the last. */
function pagesOf(sections: readonly PartSection[]) {
  const pages: ReturnType<typeof windowOf>[] = []
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const page: ReturnType<typeof windowOf> = windowOf(sections, offset)
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
      fc.property(counts, fc.nat({ max: 60 }), (lengths, size) => {
        const sections = lengths.map((count, index) => section(`s${index}-`, count, size))
        const pages = pagesOf(sections)
        const rows = pages.flatMap(({ shown }) => shown.flatMap((each) => each.rows))
        expect(rows).toEqual(sections.flatMap((each) => each.rows))
        const heads = pages.flatMap(({ shown }) => shown.filter(({ isContinued }) => !isContinued))
        expect(heads.map(({ section: { title } }) => title)).toEqual(sections.map(({ title }) => title))
        for (const { shown } of pages) {
          const count = shown.reduce((sum, each) => sum + each.rows.length, 0)
          // Each of these rows is written with six characters for one.
          expect(count * size * 50 * 6).toBeLessThanOrEqual(45_000)
        }
      }),
    )
  })

  it('show nothing beyond the end', () => {
    expect(windowOf([section('a', 3, 0)], 99)).toEqual({ shown: [] })
  })

  it('show a row that is larger than a page by itself', () => {
    const [first, second] = pagesOf([section('a', 2, 1000)])
    expect([first?.shown[0]?.rows.length, second?.shown[0]?.rows.length, second?.shown[0]?.isContinued]).toEqual([
      1,
      1,
      true,
    ])
  })
})
