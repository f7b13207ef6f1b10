export { compiledClients } from './compiled-clients.js'
export { openProgram } from './open-program.js'
export { scanUsage } from './scan.js'
export type { OperationUsage, WholeUse } from './types.js'
