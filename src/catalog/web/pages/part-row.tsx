/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Coordinates, PartRow, TypeWord } from '../../model/index.js'
import { ClassBadge } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { shown } from '../view/text.js'

interface RowProps {
  readonly site: Site
  readonly coordinates: Coordinates
  readonly row: PartRow
}

/** A value: its name, type and class, and what is said of it. */
export function RowView({ site, coordinates, row }: RowProps) {
  const { name, type, required, description, notes, sensitivity, category } = row
  return (
    <tr>
      <th scope="row">
        <code>{shown(name, 201)}</code>
        {required && <span class="required"> required</span>}
      </th>
      <td>
        <TypeText site={site} coordinates={coordinates} type={type} />
      </td>
      <td>{(isClassified(row) || isLeaf(type)) && <ClassBadge sensitivity={sensitivity} category={category} />}</td>
      <td>
        {description !== undefined && shown(description, 301)}
        {notes.length > 0 && <span class="note">{shown(notes.join(' · '), 600)}</span>}
      </td>
    </tr>
  )
}

/** Words of a type, with links to the schemas among them. */
export function TypeText({ site, coordinates, type }: Omit<RowProps, 'row'> & { readonly type: readonly TypeWord[] }) {
  return (
    <>
      {type.map(({ text, schema }) =>
        schema === undefined ? (
          shown(text, 200)
        ) : (
          <a href={site.href({ page: 'part', kind: 'schema', key: schema, ...coordinates })}>{shown(text, 200)}</a>
        ),
      )}
    </>
  )
}

function isClassified({ sensitivity, category }: PartRow): boolean {
  return sensitivity !== undefined || category !== undefined
}

/** What is made of other values has the classes of those. */
function isLeaf(type: readonly TypeWord[]): boolean {
  return type.every(({ text, schema }) => schema === undefined && !/object|array/.test(text))
}
