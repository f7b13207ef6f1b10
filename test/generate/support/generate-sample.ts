import { loadContract } from '../../../src/contract/index.js'
import type { ScopeName } from '../../../src/contract/model/index.js'
import type { Diagnostic } from '../../../src/diagnostic/index.js'
import {
  createPlan,
  createTemplates,
  type OutputFile,
  type Plan,
  renderFiles,
  type Target,
} from '../../../src/generate/index.js'

export interface SampleOptions {
  readonly targets?: readonly Target[]
  readonly name?: string
  readonly defaultScope?: ScopeName
  /** Name of the contract in the headers of files. */
  readonly source: string
}

export interface Generated {
  readonly files: readonly OutputFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** Absent when the contract was refused. */
  readonly plan?: Plan
}

const templates = createTemplates()

/** From a file to the text of all files, in the process. */
export async function generateSample(path: string, options: SampleOptions): Promise<Generated> {
  const { targets = ['types', 'client', 'server'], source, name, defaultScope } = options
  const { contract, diagnostics } = await loadContract(path, {
    validation: 'never',
    ...(defaultScope && { defaultScope }),
  })
  if (!contract) return { files: [], diagnostics }
  const { plan } = createPlan(contract, { source, targets, name, defaultScope })
  return { files: await renderFiles(plan, templates), diagnostics, plan }
}
