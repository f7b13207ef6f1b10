export type { HealthOptions } from './health.js'
export { type Listening, type ListenOptions, listen } from './listen.js'
export { nodeListener } from './node-listener.js'
