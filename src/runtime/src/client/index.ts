export { machine } from './environment.js'
export { eachItem, paged } from './paged.js'
export { createTransport } from './transport.js'
