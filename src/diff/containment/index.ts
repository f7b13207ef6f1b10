export { createContainment } from './create-containment.js'
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
