export { type DumpPart, type DumpRow, dumpDatabase } from './dump.js'
export { RestoreRefusedError, restoreParts } from './restore.js'
