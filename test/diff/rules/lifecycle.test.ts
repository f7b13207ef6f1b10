/** The cases of each rule stand in a file of its name; one process runs them all, as starting one takes longer than they do. */
import { lifecycleRules } from '../../../src/diff/rules/lifecycle/index.js'
import { runCases } from './support/rule-cases.js'

await runCases(lifecycleRules, new URL('./lifecycle/', import.meta.url))
