import type { Hono } from 'hono'
import type { DiffReport } from '../../../diff/index.js'
import type { Bundle, CatalogEntry, Coordinates } from '../../model/index.js'
import { catalogReference } from '../../model/index.js'
import {
  type Caller,
  compareVersions,
  describeVersion,
  isRefused,
  type Refused,
  readContract,
  readDocuments,
  readVersion,
  type ServiceContext,
} from '../../service/index.js'
import type { VersionList } from '../address/place.js'
import { ChangesPage } from '../pages/changes.js'
import { ContractPage } from '../pages/contract.js'
import { entriesShown, VersionPage } from '../pages/version.js'
import { numberIn, textIn } from './query.js'
import type { Recent } from './recent.js'
import { type Around, refuse, render, type Surroundings, siteOf } from './surroundings.js'

/** What was found out apart from the server, and never changes: kept for whoever looks again. */
export interface Findings {
  readonly descriptions: Recent<readonly CatalogEntry[]>
  readonly comparisons: Recent<DiffReport>
}

export interface ContractRoutesSettings extends Findings {
  readonly context: ServiceContext
  readonly toolVersion: string
}

const most = 1_000_000

export function contractRoutes(app: Hono<Surroundings>, settings: ContractRoutesSettings): void {
  const { context, comparisons, toolVersion } = settings

  app.get('/contracts/:namespace/:name', async (around) => {
    const detail = await readContract(context, around.get('caller'), around.req.param())
    if (isRefused(detail)) return refuse(around, detail)
    const view = { detail, offset: numberIn(around, 'offset', most) }
    return render(around, ContractPage({ site: siteOf(around.get('viewer')), view }))
  })

  app.get('/contracts/:namespace/:name/:version', async (around) => {
    const coordinates = around.req.param()
    const detail = await readVersion(context, around.get('caller'), coordinates)
    if (isRefused(detail)) return refuse(around, detail)
    const list: VersionList = textIn(around, 'list') === 'fields' ? 'fields' : 'operations'
    const offset = numberIn(around, 'offset', most)
    const isNewest = detail.contract.latest === coordinates.version
    const entries = await entriesOf(settings, around.get('caller'), coordinates, {
      kind: list === 'fields' ? 'field' : 'operation',
      offset,
      digest: isNewest ? undefined : detail.version.digest,
    })
    if (isRefused(entries)) return refuse(around, entries)
    return render(around, VersionPage({ site: siteOf(around.get('viewer')), view: { detail, list, offset, entries } }))
  })

  app.get('/changes/:namespace/:name', async (around) => {
    const { namespace, name } = around.req.param()
    const [before, after] = [textIn(around, 'before') ?? '', textIn(around, 'after') ?? '']
    const sides = await sidesOf(around, { namespace, name }, before, after)
    if (isRefused(sides)) return refuse(around, sides)
    const caller = around.get('caller')
    const day = context.now().toISOString().slice(0, 10)
    const key = [caller.organisation, namespace, name, before, after, day].join(' ')
    const report = await comparisons.get(key, () =>
      compareVersions(context, caller, { namespace, name }, { before, after }),
    )
    if (isRefused(report)) return refuse(around, report)
    const offset = numberIn(around, 'offset', most)
    const view = { namespace, name, before, after, report, offset, linesOf: linesIn(sides), toolVersion }
    return render(around, ChangesPage({ site: siteOf(around.get('viewer')), view }))
  })

  async function sidesOf(
    around: Around,
    name: { readonly namespace: string; readonly name: string },
    ...versions: readonly string[]
  ): Promise<readonly Side[] | Refused> {
    const sides: Side[] = []
    for (const version of versions) {
      const coordinates = { ...name, version }
      const documents = await readDocuments(context, around.get('caller'), coordinates)
      if (isRefused(documents)) return documents
      sides.push({ reference: catalogReference(coordinates), bundle: documents.bundle })
    }
    return sides
  }
}

interface Wanted {
  readonly kind: 'operation' | 'field'
  readonly offset: number
  /** Of a version that the search does not know. */
  readonly digest: string | undefined
}

/** One more than a page shows, so that it knows whether there is another. */
async function entriesOf(
  { context, descriptions }: ContractRoutesSettings,
  caller: Caller,
  coordinates: Coordinates,
  { kind, offset, digest }: Wanted,
): Promise<readonly CatalogEntry[] | Refused> {
  const limit = entriesShown + 1
  if (digest === undefined) return context.store.of(caller.organisation).entries(coordinates, { kind, offset, limit })
  const all = await descriptions.get(`${caller.organisation} ${digest}`, () =>
    describeVersion(context, caller, coordinates),
  )
  return isRefused(all) ? all : all.filter((entry) => entry.kind === kind).slice(offset, offset + limit)
}

interface Side {
  readonly reference: string
  readonly bundle: Bundle
}

/** Lines of the documents of these versions, which reports call by the version, and by their path where it has several. */
function linesIn(sides: readonly Side[]): (file: string, first: number, last: number) => readonly string[] {
  const lines = new Map<string, readonly string[]>()
  return (file, first, last) => {
    const known = lines.get(file) ?? (textOf(file) ?? '').split(/\r\n|\r|\n/)
    lines.set(file, known)
    return known.slice(first - 1, last)
  }

  function textOf(file: string): string | undefined {
    const side = sides.find(({ reference }) => file === reference || file.startsWith(`${reference}#`))
    if (!side) return undefined
    const { documents, overlays } = side.bundle
    if (file === side.reference) return documents[0]?.text
    const path = file.slice(side.reference.length + 1)
    return [...documents, ...overlays].find((document) => document.path === path)?.text
  }
}
