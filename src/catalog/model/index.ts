export { type Coordinates, catalogReference, formatCoordinates } from '../../util/coordinates.js'
export type { Bundle, BundleDocument } from './bundle.js'
export { isCommit } from './commit.js'
export { type Defect, defectOf } from './defect.js'
export type { CatalogEntry, EntryKind, Facts } from './entry.js'
export type { CarriedData, ContractFlows, FlowLink, PathwayFlow } from './flows.js'
export type { GateCheck, GateCheckName, GateComparison, GateReport, GateVerdict } from './gate-report.js'
export { type Compatibility, defaultRules, type NamespaceRules } from './namespace-rules.js'
export type {
  Part,
  PartKind,
  PartLink,
  PartLinks,
  PartName,
  PartRow,
  PartSection,
  PartStatement,
  Shelves,
  TypeWord,
} from './part.js'
export type { PersonOrigin } from './person.js'
export type { JobProvenance, JobProvider, TokenOrigin, TrustPolicy } from './trust.js'
export type { ConsumerUse, ContractUse, OperationUse, ParticipantKind } from './usage.js'
