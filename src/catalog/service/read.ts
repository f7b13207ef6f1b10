import { invariant } from '../../util/invariant.js'
import { digestOf } from '../bundle/index.js'
import { type Bundle, type Coordinates, formatCoordinates, type GateReport } from '../model/index.js'
import type {
  ContractName,
  ContractRecord,
  DeploymentRecord,
  OrganisationReads,
  RegisteredUse,
  SearchHit,
  SearchQuery,
  VersionRecord,
} from '../store/index.js'
import type { Caller, ServiceContext } from './context.js'
import { notFound, type Refused } from './refused.js'

export interface ContractDetail {
  readonly contract: ContractRecord
  /** Newest first. */
  readonly versions: readonly VersionRecord[]
  readonly deployments: readonly DeploymentRecord[]
  readonly consumers: readonly RegisteredUse[]
}

export async function readContract(
  { store }: ServiceContext,
  { organisation }: Caller,
  name: ContractName,
): Promise<ContractDetail | Refused> {
  const reads = store.of(organisation)
  const contract = await reads.contract(name)
  if (!contract) return notFound
  return {
    contract,
    versions: await reads.versions(name),
    deployments: await reads.deployments({ kind: 'contract', ...name }),
    consumers: await reads.usesOf(name),
  }
}

export interface VersionDetail {
  readonly contract: ContractRecord
  readonly version: VersionRecord
  readonly report: GateReport
}

export async function readVersion(
  { store }: ServiceContext,
  { organisation }: Caller,
  coordinates: Coordinates,
): Promise<VersionDetail | Refused> {
  const reads = store.of(organisation)
  const version = await reads.version(coordinates)
  return (version && (await detailOf(reads, version))) ?? notFound
}

/** Versions that wait for a decision, oldest first; of each comparison what came out, without its findings. */
export async function listReviews(
  { store }: ServiceContext,
  { organisation }: Caller,
): Promise<readonly VersionDetail[]> {
  const reads = store.of(organisation)
  const details = await Promise.all((await reads.waiting()).map((version) => detailOf(reads, version)))
  return details.flatMap((detail) => (detail ? [{ ...detail, report: withoutFindings(detail.report) }] : []))
}

function withoutFindings(report: GateReport): GateReport {
  return { ...report, comparisons: report.comparisons.map(({ report: _, ...comparison }) => comparison) }
}

async function detailOf(reads: OrganisationReads, version: VersionRecord): Promise<VersionDetail | undefined> {
  const contract = await reads.contract(version)
  const report = await reads.report(version)
  return contract && report && { contract, version, report }
}

/** The documents of a version, with how far the audit has come. */
export interface VersionDocuments {
  readonly digest: string
  readonly bundle: Bundle
  readonly checkpoint: { readonly sequence: number; readonly hash: string }
}

/** @throws when the documents are not those that were published. */
export async function readDocuments(
  { store }: ServiceContext,
  { organisation }: Caller,
  coordinates: Coordinates,
): Promise<VersionDocuments | Refused> {
  const reads = store.of(organisation)
  const version = await reads.version(coordinates)
  const bundle = await reads.bundle(coordinates)
  if (!version || !bundle) return notFound
  // Whoever changes what the database holds must not speak in the publisher's name.
  invariant(digestOf(bundle) === version.digest, `the documents of ${formatCoordinates(coordinates)} were changed`)
  return { digest: version.digest, bundle, checkpoint: await reads.auditEnd() }
}

export function search(
  { store }: ServiceContext,
  { organisation }: Caller,
  query: SearchQuery,
): Promise<readonly SearchHit[]> {
  return store.of(organisation).search(query)
}
