import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Coordinates } from '../../model/index.js'
import {
  type BrowsedContract,
  browseContracts,
  type Caller,
  isRefused,
  readContract,
  type ServiceContext,
} from '../../service/index.js'
import type { ContractName } from '../../store/index.js'
import type { Place, VersionList } from '../address/place.js'
import { type Asset, referenceScriptFile, searchScriptFile, styleSheet } from '../assets/assets.js'
import { changesOf, type Loading, versionOf } from '../loading/contracts.js'
import { partOf, partPlaces } from '../loading/parts.js'
import { referenceOf, unitedOf } from '../loading/reference.js'
import { documentOf } from '../loading/source.js'
import { ChangesPage, findingsShown } from '../pages/changes.js'
import { ContractPage } from '../pages/contract.js'
import { OverviewPage } from '../pages/overview.js'
import { PartPage } from '../pages/part.js'
import { ReferencePage } from '../pages/reference.js'
import { entriesShown, VersionPage } from '../pages/version.js'
import { createFrames } from '../reference/frames.js'
import { openVendored } from '../reference/vendored.js'
import type { Site } from '../view/site.js'
import { fileOf, relativeAddress } from './file-address.js'
import { searchIndex } from './search-index.js'

export interface ExportPagesOptions extends Loading {
  readonly context: ServiceContext
  /** Whose contracts are written: all that everybody who reads the folder may know. */
  readonly organisation: string
  /** Must be empty, or not be there. */
  readonly directory: string
}

export interface ExportedPages {
  readonly files: number
  /** What could not be shown: addresses of pages that are left out. */
  readonly missing: readonly string[]
}

/** The folder has something in it already: pages that are stale would stay among the new ones. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
  readonly code = 'EEXIST'
}

const contractsOnPage = 50

/**
 * Writes the contracts of an organisation as pages that need no server: versions, their contents, and the changes between
 * each and the one before, with a search in the browser. Addresses are relative, so that the folder may lie anywhere.
 *
 * @throws FolderInUseError, and what the file system throws.
 */
export async function exportPages(options: ExportPagesOptions): Promise<ExportedPages> {
  const { context, organisation, directory } = options
  mkdirSync(directory, { recursive: true })
  if (readdirSync(directory).length > 0) throw new FolderInUseError('the folder is not empty')
  const caller: Caller = { organisation, actor: 'anonymous', namespaces: [] }
  const contracts = await allContracts(context, caller)
  const index = await searchIndex(context, caller, contracts)
  const missing: string[] = []
  /** What there is to be linked to: links to anything else are none. */
  const available = new Set<string>()
  let files = 0

  const vendored = openVendored()
  const frames = vendored && createFrames(vendored)
  const framed = frames ? [referenceScriptFile, frames.openapi, frames.asyncapi, ...frames.files] : []

  for (const asset of [styleSheet, searchScriptFile, index, ...framed]) putAsset(asset)
  await write(
    contracts.map(({ contract: { namespace, name } }) => ({ page: 'contract', namespace, name })),
    overviewPages(contracts),
  )
  for (const { contract } of contracts) await contractPages(contract)
  return { files, missing }

  async function contractPages(contract: BrowsedContract['contract']): Promise<void> {
    const { namespace, name } = contract
    const detail = await readContract(context, caller, contract)
    if (isRefused(detail)) return
    const versions = detail.versions.filter(({ state }) => state === 'published')
    const pages: PlannedPage[] = []
    for (const [position, { version }] of versions.entries()) {
      const coordinates = { namespace, name, version }
      for (const list of ['operations', 'fields'] as const) pages.push(...(await versionPages(coordinates, list)))
      pages.push(...(await partPages(coordinates)), ...(await referencePages(coordinates)))
      const before = versions[position + 1]?.version
      if (before !== undefined) pages.push(...(await changePages(contract, before, version)))
    }
    const view = { detail: { ...detail, versions }, offset: 0 }
    pages.push({ place: { page: 'contract', namespace, name }, make: (site) => ContractPage({ site, view }) })
    await write([], pages)
  }

  /** Made one by one when they are written: a version may have thousands. */
  async function partPages(coordinates: Coordinates): Promise<readonly PlannedPage[]> {
    const places = await partPlaces(options, caller, coordinates)
    if (isRefused(places)) return leaveOut({ page: 'version', ...coordinates }, [])
    return places.map((place) => ({
      place,
      async make(site) {
        const view = await partOf(options, caller, coordinates, place)
        return isRefused(view) ? undefined : PartPage({ site, view })
      },
    }))
  }

  /** The whole of a version: its documents, and what shows it. */
  async function referencePages(coordinates: Coordinates): Promise<readonly PlannedPage[]> {
    const place: Place = { page: 'reference', ...coordinates }
    const view = await referenceOf(options, caller, coordinates, frames)
    if (isRefused(view)) return leaveOut(place, [])
    const documents = view.documents.map(({ path }, index): PlannedPage => {
      const file = index === 0 ? undefined : path
      const text = async () => {
        const document = await documentOf(options, caller, coordinates, file)
        return isRefused(document) ? undefined : document.text
      }
      return { place: { page: 'document', ...coordinates, file }, isRaw: true, make: text }
    })
    const united: PlannedPage = {
      place: { page: 'united', ...coordinates },
      isRaw: true,
      async make() {
        const found = await unitedOf(options, caller, coordinates)
        return isRefused(found) ? undefined : found.text
      },
    }
    const page: PlannedPage = {
      place,
      make: (site) => ReferencePage({ site: { ...site, script: referenceScriptFile.name }, view }),
    }
    return [page, ...documents, ...(frames ? [united] : [])]
  }

  async function versionPages(coordinates: Coordinates, list: VersionList): Promise<readonly PlannedPage[]> {
    const pages: PlannedPage[] = []
    for (let offset = 0; ; offset += entriesShown) {
      const place: Place = { page: 'version', ...coordinates, list, offset }
      const view = await versionOf(options, caller, coordinates, { list, offset })
      if (isRefused(view)) return leaveOut(place, pages)
      pages.push({ place, make: (site) => VersionPage({ site, view }) })
      if (view.entries.length <= entriesShown) return pages
    }
  }

  async function changePages(
    { namespace, name }: ContractName,
    before: string,
    after: string,
  ): Promise<readonly PlannedPage[]> {
    const pages: PlannedPage[] = []
    for (let offset = 0; ; offset += findingsShown) {
      const place: Place = { page: 'changes', namespace, name, before, after, offset }
      const view = await changesOf(options, caller, { namespace, name }, { before, after, offset })
      if (isRefused(view)) return leaveOut(place, pages)
      pages.push({ place, make: (site) => ChangesPage({ site, view }) })
      if (view.report.findings.length <= offset + findingsShown) return pages
    }
  }

  function leaveOut(place: Place, pages: readonly PlannedPage[]): readonly PlannedPage[] {
    missing.push(fileOf(place) ?? place.page)
    return pages
  }

  /** Pages that link to each other, and to places that will be there later. */
  async function write(later: readonly Place[], pages: readonly PlannedPage[]): Promise<void> {
    for (const place of [...later, ...pages.map((page) => page.place)]) available.add(fileOf(place) ?? '')
    for (const { place, make, isRaw = false } of pages) {
      const file = fileOf(place)
      const page = file === undefined ? undefined : await make(siteOf(file))
      if (file !== undefined && page) put(file, `${isRaw ? '' : '<!doctype html>'}${page.toString()}`)
      else leaveOut(place, [])
    }
  }

  function siteOf(from: string): Site {
    return {
      href(place) {
        const to = fileOf(place)
        const isThere = to !== undefined && (place.page === 'asset' || available.has(to))
        return isThere ? relativeAddress(from, to) : undefined
      },
      style: styleSheet.name,
      script: searchScriptFile.name,
      index: index.name,
    }
  }

  function putAsset({ name, content }: Asset): void {
    put(`assets/${name}`, typeof content === 'string' ? content : gunzipSync(content()))
  }

  /** Nothing is ever written over: two pages of one name would be a fault of ours, and it would show. */
  function put(file: string, content: string | Uint8Array): void {
    const path = join(directory, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content, { flag: 'wx' })
    files++
  }
}

interface PlannedPage {
  readonly place: Place
  /** Whether it is a document, and no page. Default: false. */
  readonly isRaw?: true
  readonly make: (site: Site) => Markup | undefined | Promise<Markup | undefined>
}

interface Markup {
  toString(): string
}

function overviewPages(contracts: readonly BrowsedContract[]): readonly PlannedPage[] {
  const count = Math.max(1, Math.ceil(contracts.length / contractsOnPage))
  return Array.from({ length: count }, (_, page) => {
    const offset = page * contractsOnPage
    const shown = contracts.slice(offset, offset + contractsOnPage)
    const next: Place | undefined =
      page + 1 < count ? { page: 'overview', offset: offset + contractsOnPage } : undefined
    const overview = { query: { offset }, namespaces: [], contracts: shown, ...(next && { next }) }
    return { place: { page: 'overview', offset }, make: (site) => OverviewPage({ site, overview }) }
  })
}

async function allContracts(context: ServiceContext, caller: Caller): Promise<readonly BrowsedContract[]> {
  const all: BrowsedContract[] = []
  for (;;) {
    const after = all.at(-1)?.contract
    const page = await browseContracts(context, caller, { after, limit: 200 })
    all.push(...page)
    if (page.length < 200) return all.filter(({ contract }) => contract.latest !== undefined)
  }
}
