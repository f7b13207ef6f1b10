export { readOpenApi } from './read-openapi.js'
export type { OpenApiVersion } from './version.js'
