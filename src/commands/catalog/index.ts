import CatalogServe from './serve.js'
import UsageScan from './usage-scan.js'

/** The catalog's commands, by their names on the command line. They load what they do when they run. */
export const catalogCommands = {
  'catalog:serve': CatalogServe,
  'catalog:usage:scan': UsageScan,
}
