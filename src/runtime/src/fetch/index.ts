export { toFetch } from './to-fetch.js'
