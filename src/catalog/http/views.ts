import { jobPermissions, type Permission, permissions } from '../access/index.js'
import type { GateReport as FoundReport } from '../model/index.js'
import type { VersionDetail as FoundVersion, Published } from '../service/index.js'
import type {
  SearchHit as FoundHit,
  Provenance as FoundProvenance,
  RegisteredUse,
  TokenRecord,
  TrustRecord,
  VersionRecord,
} from '../store/index.js'
import type { ConsumerUse } from './generated/types/consumer-use.js'
import type { GateReport } from './generated/types/gate-report.js'
import type { JobPermission } from './generated/types/job-permission.js'
import type { KnownProvenance } from './generated/types/known-provenance.js'
import type { PublishOutcome } from './generated/types/publish-outcome.js'
import type { SearchHit } from './generated/types/search-hit.js'
import type { Token } from './generated/types/token.js'
import type { TrustPolicy } from './generated/types/trust-policy.js'
import type { Version } from './generated/types/version.js'
import type { VersionDetail } from './generated/types/version-detail.js'

/** What callers see of records: the contract's members, and no others. */
export function versionView({ version, digest, state, publishedAt, publishedBy, released }: VersionRecord): Version {
  return { version, digest, state, publishedAt, publishedBy, released }
}

export function versionDetailView({ contract, version, report }: FoundVersion): VersionDetail {
  const { namespace, name, title, facts, provenance } = version
  return {
    namespace,
    name,
    protocol: contract.protocol,
    title,
    version: versionView(version),
    ...(provenance && { provenance: provenanceView(provenance) }),
    facts,
    report: reportView(report),
  }
}

function provenanceView({ commit, repository, workflow, verified }: FoundProvenance): KnownProvenance {
  return {
    ...(commit !== undefined && { commit }),
    ...(repository !== undefined && { repository }),
    ...(workflow !== undefined && { workflow }),
    ...(verified && { verified }),
  }
}

export function outcomeView({ report, ...published }: Published): PublishOutcome {
  return { ...published, report: reportView(report) }
}

function reportView({ comparisons, ...report }: FoundReport): GateReport {
  return {
    ...report,
    comparisons: comparisons.map(({ report: of, ...rest }) => ({ ...rest, ...(of && { report: { ...of } }) })),
  }
}

export function consumerUseView({ namespace, name, version, operations }: RegisteredUse): ConsumerUse {
  return {
    namespace,
    name,
    version,
    operations: operations.map(({ operation, fields }) => ({ operation, ...(fields && { fields }) })),
  }
}

/** The page that shows it is a matter of pages. */
export function hitView({ part: _, ...hit }: FoundHit): SearchHit {
  return hit
}

/** Never the hash of its secret. */
export function tokenView(token: TokenRecord): Token {
  const { id, name, permissions: granted, namespaces, createdAt, expiresAt, revoked, origin, person } = token
  const of = { id, name, permissions: granted.filter(isPermission), namespaces, createdAt, expiresAt, revoked }
  return { ...of, ...(origin && { trust: origin.trust }), ...(person && { person: person.subject }) }
}

export function trustView({ permissions: granted, ...policy }: TrustRecord): TrustPolicy {
  return { ...policy, permissions: granted.filter(isJobPermission) }
}

function isJobPermission(text: string): text is JobPermission {
  return (jobPermissions as readonly string[]).includes(text)
}

function isPermission(text: string): text is Permission {
  return (permissions as readonly string[]).includes(text)
}
