export { type Alike, findAlike } from './find-alike.js'
