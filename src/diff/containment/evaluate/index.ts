export { sends } from './closure.js'
export { createEvaluator, type Evaluator } from './evaluator.js'
export { every, negate, some, type Truth } from './truth.js'
