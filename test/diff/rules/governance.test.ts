/** The cases of each rule stand in a file of its name; one process runs them all, as starting one takes longer than they do. */
import { governanceRules } from '../../../src/diff/rules/governance/index.js'
import { runCases } from './support/rule-cases.js'

await runCases(governanceRules, new URL('./governance/', import.meta.url))
