import type { OutputFile, Plan } from '../../plan/types.js'
import type { RenderContext } from '../wire/render-context.js'
import { renderClientModule } from './client-module.js'
import { renderOperations } from './operations-module.js'

/** The client's files: `operations/<tag>.ts` for each tag, and `client.ts`. */
export function renderClient(plan: Plan, context: RenderContext): readonly OutputFile[] {
  return [
    ...plan.tags.map((tag) => ({ path: `operations/${tag.file}.ts`, text: renderOperations(plan, tag, context) })),
    { path: 'client.ts', text: renderClientModule(plan, context) },
  ]
}
