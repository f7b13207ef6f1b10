export { machine } from './environment.js'
export { eachItem, paged } from './paged.js'
export { createTransport } from './transport.js'
export type { Interceptor } from './types.js'
