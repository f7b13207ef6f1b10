import type { Defect } from '../model/index.js'

/** What a thread answers to a job. */
export type ThreadAnswer = { readonly answer: unknown } | { readonly defect: Defect }
