import type { Coordinates, Part, PartName } from '../../model/index.js'
import { type Caller, isRefused, listParts, type Refused, readPart, readVersionRecords } from '../../service/index.js'
import type { Place } from '../address/place.js'
import type { PartView } from '../pages/part-view.js'
import { windowOf } from '../view/row-window.js'
import { descriptionOf, type Loading } from './contracts.js'

type PartPlace = Extract<Place, { readonly page: 'part' }> & { readonly offset: number }

/** Schemas that are shown in the page of what refers to them. */
const mostShown = 8

/** A part with what its page shows beside it: the values of schemas that it refers to as a whole, and who uses it. */
export async function partOf(
  loading: Loading,
  caller: Caller,
  coordinates: Coordinates,
  { kind, key, offset }: PartName & { readonly offset: number },
): Promise<PartView | Refused> {
  const records = await readVersionRecords(loading.context, caller, coordinates)
  if (isRefused(records)) return records
  const describe = () => descriptionOf(loading, caller, coordinates, records.version.digest)
  const read = (name: PartName) => readPart(loading.context, caller, coordinates, name, describe)
  const part = await read({ kind, key })
  if (isRefused(part)) return part
  const targets = new Map<string, Part>()
  for (const schema of targetsOf(part)) {
    const target = await read({ kind: 'schema', key: schema })
    if (!isRefused(target)) targets.set(schema, target)
  }
  const users = kind === 'operation' ? await loading.context.store.of(caller.organisation).usesOf(coordinates) : []
  return { ...records, part, offset, targets, users }
}

/** The first and all further pages of each operation and schema of a version. */
export async function partPlaces(
  loading: Loading,
  caller: Caller,
  coordinates: Coordinates,
): Promise<readonly PartPlace[] | Refused> {
  const records = await readVersionRecords(loading.context, caller, coordinates)
  if (isRefused(records)) return records
  const parts = await listParts(loading.context, caller, coordinates, () =>
    descriptionOf(loading, caller, coordinates, records.version.digest),
  )
  if (isRefused(parts)) return parts
  return parts.flatMap(({ kind, key, sections }) => {
    const places: PartPlace[] = []
    for (let offset: number | undefined = 0; offset !== undefined; ) {
      places.push({ page: 'part', ...coordinates, kind, key, offset })
      offset = windowOf(sections, offset).next
    }
    return places
  })
}

/** Schemas that sections of an operation consist of, and nothing else: `Order`, `array of Order`. */
function targetsOf({ kind, sections }: Part): readonly string[] {
  if (kind === 'schema') return []
  const found = new Set(
    sections.flatMap(({ type = [], rows }) => (rows.length > 0 ? [] : type.map(({ schema }) => schema))),
  )
  return [...found].filter((key) => key !== undefined).slice(0, mostShown)
}
