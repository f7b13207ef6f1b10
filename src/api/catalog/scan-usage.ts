import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { ContractUse } from '../../catalog/model/index.js'
import { type Diagnostic, diagnostic, hasErrors } from '../../diagnostic/index.js'
import { compiledClients, openProgram, scanUsage as scan, type WholeUse } from '../../usage/index.js'
import { compareText } from '../../util/compare.js'
import { type Coordinates, formatCoordinates } from '../../util/coordinates.js'
import { displayPath } from '../../util/display-path.js'
import { type GeneratedFolder, generatedFolders } from './generated-folders.js'
import { mergeUses } from './merge-uses.js'
import { publicModules } from './public-modules.js'

/** What a usage file holds; `contracts/report/usage.schema.json` describes it. */
export interface UsageFile {
  readonly schemaVersion: 1
  readonly uses: readonly ContractUse[]
}

export interface ScanUsageOptions {
  /** Directory that paths are relative to. */
  readonly directory: string
  /** A `tsconfig.json`, or a folder that has one. */
  readonly program: string
  /** By the folder of a generated client: which version of the catalog it belongs to. Wins over what its manifest says. */
  readonly clients: ReadonlyMap<string, Coordinates>
}

export interface ScannedUsage {
  /** Absent when there is an error among the diagnostics. */
  readonly usage?: UsageFile
  /** Folders of the clients, as shown to the user. */
  readonly clients: readonly { readonly folder: string; readonly contract: string }[]
  /** Places where an answer is passed on as a whole. */
  readonly wholes: readonly WholeUse[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Finds out from a program that is written in TypeScript what it uses of the contracts whose clients it has. */
export async function scanUsage({ directory, program, clients }: ScanUsageOptions): Promise<ScannedUsage> {
  const tsconfig = tsconfigOf(resolve(directory, program))
  const show = (path: string): string => displayPath(path, directory)
  const shown = show(tsconfig)
  if (!existsSync(tsconfig)) return failed(diagnostic('TK1001', { file: shown }))
  const checked = await openProgram(tsconfig)
  if ('errors' in checked) {
    const { errors, first, at } = checked
    const place = at && { ...at, file: show(at.file), endLine: at.line, endColumn: at.column }
    return failed(diagnostic('TK5101', { tsconfig: shown, count: errors, first }, { span: place }))
  }
  const compiled = compiledClients(checked)
  if (compiled.length > 0) {
    const diagnostics = compiled.map((folder) => diagnostic('TK5105', { folder: show(folder) }))
    return { clients: [], wholes: [], diagnostics }
  }
  const folders = generatedFolders(checked.files.map(({ fileName }) => fileName))
  if (folders.length === 0) return failed(diagnostic('TK5102', { tsconfig: shown }))
  const named = new Map([...clients].map(([folder, coordinates]) => [resolve(directory, folder), coordinates]))
  const diagnostics = problemsOf(folders, named, show)
  if (hasErrors(diagnostics)) return { clients: [], wholes: [], diagnostics }
  const scanned = scan(checked, {
    folders: folders.map(({ folder }) => folder),
    isPublic: publicModules(dirname(tsconfig)),
  })
  const known = folders.flatMap(({ folder, coordinates: own }) => {
    const coordinates = named.get(folder) ?? own
    const operations = scanned.clients.find((client) => client.folder === folder)?.operations
    return coordinates && operations ? [{ folder, coordinates, operations }] : []
  })
  return {
    usage: {
      schemaVersion: 1,
      uses: mergeUses(known.map(({ coordinates, operations }) => ({ ...coordinates, operations }))),
    },
    clients: known.map(({ folder, coordinates }) => ({
      folder: show(folder),
      contract: formatCoordinates(coordinates),
    })),
    wholes: placesOf(scanned.places, show),
    diagnostics,
  }
}

function tsconfigOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, 'tsconfig.json') : path
}

function failed(problem: Diagnostic): ScannedUsage {
  return { clients: [], wholes: [], diagnostics: [problem] }
}

function problemsOf(
  folders: readonly GeneratedFolder[],
  named: ReadonlyMap<string, Coordinates>,
  show: (path: string) => string,
): readonly Diagnostic[] {
  const known = folders.map(({ folder }) => `\`${show(folder)}\``).join(', ')
  const strays = [...named.keys()].filter((folder) => !folders.some((one) => one.folder === folder))
  const unknown = folders.filter(({ folder, coordinates }) => !coordinates && !named.has(folder))
  return [
    ...strays.map((folder) => diagnostic('TK5104', { folder: show(folder), known })),
    ...unknown.map(({ folder, source }) => diagnostic('TK5103', { folder: show(folder), source })),
  ]
}

function placesOf(places: readonly WholeUse[], show: (path: string) => string): readonly WholeUse[] {
  const byPlace = new Map(
    places.map(({ file, line, column }) => [`${file}:${line}:${column}`, { file: show(file), line, column }]),
  )
  return [...byPlace.values()].sort(
    (one, other) => compareText(one.file, other.file) || one.line - other.line || one.column - other.column,
  )
}
