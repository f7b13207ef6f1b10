import type { OutputFile, Plan } from './plan/types.js'
import type { Templates } from './render/templates.js'
import { renderTypes } from './view/types/render-types.js'

/** Every file of a plan. Types come with each target, since the others import them; views are loaded when asked for. */
export async function renderFiles(plan: Plan, templates: Templates): Promise<readonly OutputFile[]> {
  const files = [...renderTypes(plan, templates)]
  if (plan.targets.has('client')) {
    const { renderClient } = await import('./view/client/render-client.js')
    files.push(...renderClient(plan, templates))
  }
  if (plan.targets.has('server')) {
    const [{ renderServer }, { createCodecs }] = await Promise.all([
      import('./view/server/render-server.js'),
      import('./codec/index.js'),
    ])
    const codecs = createCodecs(plan)
    files.push(...renderServer(plan, templates, codecs.reference, codecs.writers), ...codecs.files())
  }
  return files
}
