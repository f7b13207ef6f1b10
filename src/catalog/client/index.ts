export { type Answered, ask } from './ask.js'
export {
  type AuditVerdict,
  type KeptCheckpoint,
  parseCheckpoint,
  readAudit,
  type SignedCheckpoint,
  verifyLines,
} from './audit-chain.js'
export { type BundleCache, bundleCache } from './bundle-cache.js'
export { type Connection, type ConnectOptions, connect } from './connect.js'
export { exchange } from './exchange.js'
export { type FetchedBundle, fetchBundle } from './fetch-bundle.js'
export { type Lock, type LockEntry, lockName, readLock, writeLock } from './lock-file.js'
