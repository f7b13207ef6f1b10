/** The cases of each rule stand in a file of its name; one process runs them all, as starting one takes longer than they do. */
import { httpRules } from '../../../src/diff/rules/http/index.js'
import { runCases } from './support/rule-cases.js'

await runCases(httpRules, new URL('./http/', import.meta.url))
