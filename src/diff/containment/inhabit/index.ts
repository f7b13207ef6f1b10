export { createInhabitants, type Inhabitants } from './inhabitants.js'
export type { Question } from './question.js'
