export { type CatalogEvent, type CatalogLog, lineLog } from './log.js'
export { type CatalogSettings, type RunningCatalog, startCatalog } from './start-catalog.js'
