export { type AsyncApiOptions, readAsyncApi } from './read-asyncapi.js'
