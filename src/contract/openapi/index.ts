export { readOpenApi } from './read-openapi.js'
