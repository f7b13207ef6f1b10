export { type Alike, findAlike } from './find-alike.js'
export { noteSchemasRead, type SchemasRead } from './schemas-read.js'
