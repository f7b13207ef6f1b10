export { firstToken } from './first-token.js'
export { type CatalogEvent, type CatalogLog, lineLog } from './log.js'
export { type KeyRefused, signingKey } from './signing-key.js'
export { type CatalogSettings, type RunningCatalog, startCatalog } from './start-catalog.js'
