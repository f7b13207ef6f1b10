import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { manifestName, readManifest } from '../../generate/index.js'
import { type Coordinates, parseCoordinates } from '../../util/coordinates.js'

/** A folder that the generator wrote. */
export interface GeneratedFolder {
  /** Absolute, with `/`. */
  readonly folder: string
  /** What it was generated from, as its manifest says. */
  readonly source: string
  /** Absent when that is no version of a catalog. */
  readonly coordinates?: Coordinates
}

/** The folders of generated code that files lie in, in their order. */
export function generatedFolders(files: readonly string[]): readonly GeneratedFolder[] {
  const known = new Map<string, string | undefined>()
  const folders = new Set(files.flatMap((file) => nearest(posix.dirname(file)) ?? []))
  return [...folders].sort().map((folder) => {
    const source = readManifest(folder)?.inputs[0]?.path ?? 'an unknown contract'
    const coordinates = source.startsWith('catalog:') ? parseCoordinates(source.slice('catalog:'.length)) : undefined
    return { folder, source, ...(coordinates && { coordinates }) }
  })

  function nearest(folder: string): string | undefined {
    if (known.has(folder)) return known.get(folder)
    const above = posix.dirname(folder)
    const found = existsSync(posix.join(folder, manifestName)) ? folder : above === folder ? undefined : nearest(above)
    known.set(folder, found)
    return found
  }
}
