import type { OutputFile, Plan } from '../../plan/types.js'
import type { Templates } from '../../render/templates.js'
import { renderMasks, type WritersOf } from './masks-module.js'
import { selections } from './selection-literal.js'
import { renderServerModule } from './server-module.js'
import type { CodecReference } from './server-parts.js'
import { renderServerTag } from './tag-module.js'

/** The server's files: `server/<tag>.ts` for each tag, `server.ts` and `masks.ts`. Codecs are files of their own. */
export function renderServer(
  plan: Plan,
  templates: Templates,
  codecOf: CodecReference,
  writersOf: WritersOf,
): readonly OutputFile[] {
  const selectionOf = selections(plan)
  const masks = renderMasks(plan, writersOf)
  return [
    ...plan.tags.map((tag) => ({
      path: `server/${tag.file}.ts`,
      text: renderServerTag(plan, tag, templates, { codecOf, selectionOf }),
    })),
    { path: 'server.ts', text: renderServerModule(plan, templates) },
    ...(masks ? [masks] : []),
  ]
}
