export { type AsyncApiOptions, readAsyncApi } from './read-asyncapi.js'
export { type Finding, hasOuterReferences, validateAsyncApi } from './validate.js'
