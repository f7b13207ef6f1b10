export { numberHasFormat } from './format.js'
export { isMultipleOf } from './is-multiple-of.js'
export type { NumberQuestion } from './question.js'
export { severalNumbers, solveNumber } from './solve.js'
