import type { OutputFile, Plan } from '../../plan/types.js'
import type { RenderContext } from '../wire/render-context.js'
import { renderServerModule } from './server-module.js'
import { renderServerTag } from './tag-module.js'

/** The server's files: `server/<tag>.ts` for each tag, and `server.ts`. Codecs are files of their own. */
export function renderServer(plan: Plan, context: RenderContext): readonly OutputFile[] {
  return [
    ...plan.tags.map((tag) => ({ path: `server/${tag.file}.ts`, text: renderServerTag(plan, tag, context) })),
    { path: 'server.ts', text: renderServerModule(plan, context) },
  ]
}
