export { createContainment } from './create-containment.js'
export { createJudgeInParts } from './judge-in-parts.js'
export { isKnownFormat } from './known-format.js'
export type {
  Breaking,
  Budget,
  Compatible,
  Containment,
  ContainmentOptions,
  Projection,
  SchemaSide,
  Unknown,
  UnknownReason,
  Verdict,
  View,
} from './types.js'
