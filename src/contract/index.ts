export type { LoadContract, Loaded, LoadOptions } from './load.js'
export { loadContract } from './load-contract.js'
export { type Peeked, peekContract } from './peek-contract.js'
export { sameDocuments } from './same-documents.js'
