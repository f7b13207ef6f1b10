/** The cases of each rule stand in a file of its name; one process runs them all, as starting one takes longer than they do. */
import { schemaRules } from '../../../src/diff/rules/schema/index.js'
import { runCases } from './support/rule-cases.js'

await runCases(schemaRules, new URL('./schema/', import.meta.url), { complete: true })
