import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundleCache, type FetchedBundle, fetchBundle, type Lock, writeLock } from '../../catalog/client/index.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { compareText } from '../../util/compare.js'
import { type Coordinates, catalogReference, formatCoordinates, parseCoordinates } from '../../util/coordinates.js'
import { replaceFile } from '../../util/replace-file.js'
import { verifyAudit } from './audit.js'
import { type Failed, failedWith, type Session } from './session.js'

export interface PullOptions {
  /** `catalog:` references or coordinates. None: those of the configuration and of the lock. */
  readonly references: readonly string[]
  readonly directory: string
  /** Take only what the lock knows, and leave it as it is. */
  readonly frozen: boolean
  /** Read the audit, too, and hold it against every checkpoint of the lock. */
  readonly verify: boolean
  /** Folder that documents are written into, one folder for each version. */
  readonly out?: string | undefined
}

export interface PulledContract {
  /** `namespace/name@version`. */
  readonly contract: string
  readonly digest: string
  readonly status: 'locked' | 'unchanged'
  readonly documents: number
  /** Where they were written; absent without `out`. */
  readonly folder?: string
}

export interface Pulled {
  readonly contracts: readonly PulledContract[]
  /** Entries of the audit that were verified; absent when that was not asked for. */
  readonly verified?: number
}

/** Reads versions from the catalog, keeps them on this machine, and writes into the lock what they are. */
export async function pull(session: Session, options: PullOptions): Promise<Pulled | Failed> {
  const wanted = wantedOf(session, options.references)
  if ('problems' in wanted) return wanted
  const { lock, settings } = session
  const cache = bundleCache(settings.cacheFolder)
  const problems: Diagnostic[] = []
  const fetched: { readonly key: string; readonly coordinates: Coordinates; readonly read: FetchedBundle }[] = []
  for (const coordinates of wanted) {
    const key = formatCoordinates(coordinates)
    const reference = catalogReference(coordinates)
    const locked = lock.get(key)
    if (!locked && options.frozen) {
      problems.push(diagnostic('TK5308', { file: settings.lockFile, reference }))
      continue
    }
    const read = await fetchBundle(session, coordinates)
    if ('code' in read) problems.push(read)
    else if (locked && locked.digest !== read.digest)
      problems.push(diagnostic('TK5309', { file: settings.lockFile, reference }))
    else fetched.push({ key, coordinates, read })
  }
  if (problems.length > 0) return { problems }
  const verified = options.verify ? await verifyAudit(session, {}) : undefined
  if (verified && 'problems' in verified) return verified
  try {
    for (const { read } of fetched) cache.write(read.digest, read.bundle)
    if (!options.frozen) writeLock(settings.lockPath, lockWith(lock, fetched))
    const contracts = fetched.map(({ key, coordinates, read }): PulledContract => {
      const folder = options.out === undefined ? undefined : writeDocuments(options, options.out, coordinates, read)
      const status = lock.has(key) ? 'unchanged' : 'locked'
      const { digest, bundle } = read
      const documents = bundle.documents.length + bundle.overlays.length
      return { contract: key, digest, status, documents, ...(folder !== undefined && { folder }) }
    })
    return { contracts, ...(verified && { verified: verified.links }) }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
    return failedWith(diagnostic('TK4001', { path: options.out ?? settings.lockFile, reason }))
  }
}

function wantedOf({ lock, settings }: Session, references: readonly string[]): readonly Coordinates[] | Failed {
  const configured = (settings.config?.contracts ?? [])
    .map(({ reference }) => reference)
    .filter((reference) => reference.startsWith('catalog:'))
  const all = references.length > 0 ? references : [...configured, ...lock.keys()]
  const texts = [...new Set(all.map((reference) => reference.replace(/^catalog:/, '')))].sort(compareText)
  const wrong = texts.filter((text) => !parseCoordinates(text))
  if (wrong.length > 0) return { problems: wrong.map((text) => diagnostic('TK1035', { reference: `catalog:${text}` })) }
  return texts.flatMap((text) => parseCoordinates(text) ?? [])
}

/** What is locked already keeps its checkpoint: the older one shows more. */
function lockWith(lock: Lock, fetched: readonly { readonly key: string; readonly read: FetchedBundle }[]): Lock {
  const added = fetched
    .filter(({ key }) => !lock.has(key))
    .map(({ key, read: { digest, checkpoint } }) => [key, { digest, checkpoint }] as const)
  return new Map([...lock, ...added])
}

/** Paths of a bundle never lead out of its folder: that was looked at when it was read. */
function writeDocuments(
  { directory }: PullOptions,
  out: string,
  { namespace, name, version }: Coordinates,
  { bundle }: FetchedBundle,
): string {
  const folder = `${out.replace(/\/+$/, '')}/${namespace}/${name}/${version}`
  const place = resolve(directory, folder)
  mkdirSync(place, { recursive: true })
  for (const { path, text } of bundle.documents) replaceFile(join(place, path), text)
  for (const { path, text } of bundle.overlays) replaceFile(join(place, 'overlays', path), text)
  return folder
}
