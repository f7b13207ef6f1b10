export { createPlan } from './create-plan.js'
export type * from './types.js'
export { targets } from './types.js'
