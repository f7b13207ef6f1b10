/**
 * The quickstart: generates code from the example contracts, serves the orders, and calls them as two tenants. Every
 * line with a mark is a check: the run fails when one does not hold.
 */
import { generateFromConfig } from 'tenantkit'
import { createNarrator } from './narrator.js'

process.chdir(import.meta.dirname)
const narrator = createNarrator(process.stdout, process.env)

narrator.chapter('Code from contracts')
const result = await generateFromConfig({ directory: import.meta.dirname })
for (const contract of result.contracts) {
  narrator.say(`${contract.source} → ${contract.out} (${contract.targets.join(', ')})`)
}
for (const problem of result.diagnostics) narrator.say(`${problem.severity} ${problem.code}: ${problem.message}`)
narrator.expect(
  `${result.files.length} files from ${result.contracts.length} contracts, one of them a public one with an overlay`,
  result.contracts.every(({ status }) => status !== 'failed'),
)

// Only now is there something to import.
const { tellTheStory } = await import('./story.js')
await tellTheStory(narrator)
process.exitCode = narrator.end()
