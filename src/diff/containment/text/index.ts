export { createTextSolver, type TextSolver, type TextSolverOptions } from './create-text-solver.js'
export type { TextQuestion } from './question.js'
