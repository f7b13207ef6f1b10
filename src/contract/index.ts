export type { LoadContract, Loaded, LoadOptions } from './load.js'
export { loadContract } from './load-contract.js'
