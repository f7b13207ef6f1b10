/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Coordinates, Part, PartRow, PartSection } from '../../model/index.js'
import { Table } from '../view/parts.js'
import { rowsThatFit, type ShownSection } from '../view/row-window.js'
import type { Site } from '../view/site.js'
import { shown } from '../view/text.js'
import { RowView, TypeText } from './part-row.js'

interface SectionProps {
  readonly site: Site
  readonly coordinates: Coordinates
  readonly section: ShownSection
  /** The one schema that it consists of, when its first values are shown here. */
  readonly target: Part | undefined
}

/** A body, a message, or parameters. */
export function SectionView({ site, coordinates, section: { section, rows, isContinued }, target }: SectionProps) {
  const { title, type = [], notes, description } = section
  return (
    <>
      <h2>
        {shown(title, 200)}
        {isContinued && <span class="soft"> (continued)</span>}
      </h2>
      {!isContinued && description !== undefined && <p class="prose">{shown(description, 301)}</p>}
      {(type.length > 0 || notes.length > 0) && (
        <p class="soft">
          <TypeText site={site} coordinates={coordinates} type={type} />
          {notes.length > 0 && ` ${type.length > 0 ? '· ' : ''}${shown(notes.join(' · '), 600)}`}
        </p>
      )}
      {rows.length > 0 && <Rows site={site} coordinates={coordinates} title={title} rows={rows} />}
      {target && <Target site={site} coordinates={coordinates} title={title} target={target} />}
    </>
  )
}

/** For each section that consists of one schema that is known: that schema, where it is shown for the first time. */
export function firstTargets(
  sections: readonly ShownSection[],
  known: ReadonlyMap<string, Part>,
): ReadonlyMap<ShownSection, Part> {
  const seen = new Set<string>()
  const found = new Map<ShownSection, Part>()
  for (const section of sections) {
    const key = targetKey(section.section)
    const target = key === undefined || seen.has(key) ? undefined : known.get(key)
    if (!target || key === undefined) continue
    seen.add(key)
    found.set(section, target)
  }
  return found
}

/** Undefined where a section has values of its own, or consists of several schemas or of none. */
function targetKey({ rows, type = [] }: PartSection): string | undefined {
  const keys = new Set(type.flatMap(({ schema }) => schema ?? []))
  const [key] = keys
  return rows.length === 0 && keys.size === 1 ? key : undefined
}

/** Characters of the rows that are shown of what a section refers to. */
const targetMarkup = 5000

/** The first values of a schema: most who look at an operation look for these. */
function Target({
  site,
  coordinates,
  title,
  target: { key, label, sections },
}: Omit<SectionProps, 'section'> & { readonly title: string; readonly target: Part }) {
  const all = sections[0]?.rows ?? []
  const rows = rowsThatFit(all, targetMarkup, false)
  return (
    <>
      {rows.length > 0 && <Rows site={site} coordinates={coordinates} title={title} rows={rows} />}
      {rows.length < all.length && (
        <p>
          <a href={site.href({ page: 'part', kind: 'schema', key, ...coordinates })}>All of {shown(label, 120)}</a>
        </p>
      )}
    </>
  )
}

function Rows({
  site,
  coordinates,
  title,
  rows,
}: Pick<SectionProps, 'site' | 'coordinates'> & { readonly title: string; readonly rows: readonly PartRow[] }) {
  return (
    <Table label={shown(title, 200)} head={['Value', 'Type', 'Class', 'What it is']}>
      {rows.map((row) => (
        <RowView site={site} coordinates={coordinates} row={row} />
      ))}
    </Table>
  )
}
