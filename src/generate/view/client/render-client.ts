import type { OutputFile, Plan } from '../../plan/types.js'
import type { Templates } from '../../render/templates.js'
import { renderClientModule } from './client-module.js'
import { renderOperations } from './operations-module.js'

/** The client's files: `operations/<tag>.ts` for each tag, and `client.ts`. */
export function renderClient(plan: Plan, templates: Templates): readonly OutputFile[] {
  return [
    ...plan.tags.map((tag) => ({ path: `operations/${tag.file}.ts`, text: renderOperations(plan, tag, templates) })),
    { path: 'client.ts', text: renderClientModule(plan, templates) },
  ]
}
