import type { Config, ContractConfig } from '../config/index.js'
import type { ReadCatalog } from '../contract/source/index.js'
import { type Diagnostic, hasErrors } from '../diagnostic/index.js'
import { type ComparedFile, createTemplates, type Templates } from '../generate/index.js'
import { displayPath } from '../util/display-path.js'
import { type ContractOutcome, failed, type GeneratedContract, generateContract } from './generate-contract.js'

export type { GeneratedContract } from './generate-contract.js'

export interface GenerateOptions {
  /** What to generate from, and where to; each into a folder of its own. */
  readonly contracts: readonly ContractConfig[]
  /** Directory that shown paths are relative to. Default: the process's. */
  readonly directory?: string | undefined
  /** Folder with own versions of templates. Default: none. */
  readonly templates?: string | undefined
  /** Whether the named parsers validate, too. Default: `auto`. */
  readonly validation?: Config['validation'] | undefined
  /** Allow https references. Default: false. */
  readonly allowRemote?: boolean | undefined
  /** What reads `catalog:` references. Default: nothing; then such a contract is an error. */
  readonly catalog?: ReadCatalog | undefined
  /** Unclassified fields and the like become errors. Default: false. */
  readonly strict?: boolean | undefined
  /** Only say what would be written or removed. Default: false. */
  readonly check?: boolean | undefined
  /** Read the output again and compare it with the plan. Default: false. */
  readonly verify?: boolean | undefined
  /** Milliseconds on a clock that only goes forward. Default: the process's. */
  readonly now?: (() => number) | undefined
}

/** What happened. `generate --json` prints it, with the diagnostics as `warnings`. */
export interface GenerateResult {
  readonly schemaVersion: 1
  /** The output folder; `.` when there are several, and the paths of files begin with theirs. */
  readonly out: string
  readonly files: readonly ComparedFile[]
  readonly contracts: readonly GeneratedContract[]
  /** With an error among them the output of that contract is as it was. */
  readonly diagnostics: readonly Diagnostic[]
  /** Some output was not what its contract says; under `check` it still is not. */
  readonly stale: boolean
  readonly ms: number
}

/** Generates code from contracts. Problems are values; nothing is printed. */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { now = () => performance.now(), directory = process.cwd() } = options
  const start = now()
  const show = (path: string): string => displayPath(path, directory)
  const skeletons = await readTemplates(options.templates, show)
  const outcomes: ContractOutcome[] = []
  for (const contract of options.contracts) {
    const outcome = hasErrors(skeletons.diagnostics)
      ? failed(contract, show, [])
      : await generateContract(contract, { ...options, ...skeletons, directory, show })
    outcomes.push(outcome)
  }
  const [only] = outcomes.length === 1 ? outcomes : []
  return {
    schemaVersion: 1,
    out: only ? only.contract.out : '.',
    files: only ? only.files : outcomes.flatMap(({ contract, files }) => below(contract.out, files)),
    contracts: outcomes.map(({ contract }) => contract),
    diagnostics: [...skeletons.diagnostics, ...outcomes.flatMap(({ diagnostics }) => diagnostics)],
    stale: outcomes.some(({ changed }) => changed),
    ms: Math.round(now() - start),
  }
}

interface Skeletons {
  readonly templates: Templates
  readonly digest: string
  readonly diagnostics: readonly Diagnostic[]
}

/** The compiler of templates is only loaded for those who bring their own. */
async function readTemplates(folder: string | undefined, show: (path: string) => string): Promise<Skeletons> {
  if (folder === undefined) return { templates: createTemplates(), digest: '', diagnostics: [] }
  const { loadTemplates } = await import('../generate/render/load-templates.js')
  return loadTemplates(folder, show)
}

function below(out: string, files: readonly ComparedFile[]): readonly ComparedFile[] {
  return files.map((file) => ({ ...file, path: `${out}/${file.path}` }))
}
