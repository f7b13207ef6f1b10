export type { Resolved, SourceDocument, Sources } from './document.js'
export { type ListedDocument, listDocuments } from './input/list-documents.js'
export type { Limits } from './limits.js'
export { openSources, type SourceOptions } from './open-sources.js'
