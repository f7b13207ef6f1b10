import { basename, resolve } from 'node:path'
import {
  type Config,
  type ConfigTarget,
  type ContractConfig,
  isPath,
  readConfig,
  sharedOutput,
} from '../config/index.js'
import { type ScopeName, tenantScopes } from '../contract/model/index.js'
import type { ReadCatalog } from '../contract/source/index.js'
import { type Diagnostic, diagnostic } from '../diagnostic/index.js'
import { targets as allTargets } from '../generate/index.js'
import { didYouMean } from '../util/did-you-mean.js'
import { catalogReader } from './catalog/reader.js'
import type { GenerateOptions } from './generate.js'

/** What the command line says; everything that it leaves open comes from the configuration. */
export interface GenerateArguments {
  readonly directory: string
  readonly contracts: readonly string[]
  readonly out?: string | undefined
  readonly targets?: readonly string[] | undefined
  readonly overlays: readonly string[]
  readonly defaultScope?: string | undefined
  readonly config?: string | undefined
  readonly allowRemote: boolean
  /** URL of the catalog. */
  readonly catalog?: string | undefined
}

export type GenerateSettings = GenerateOptions

export interface Settled {
  readonly settings?: GenerateSettings
  readonly diagnostics: readonly Diagnostic[]
}

/** Joins the command line and the configuration. Without settings there is at least one error. */
export async function settingsFor(given: GenerateArguments): Promise<Settled> {
  const problems = checkWords(given)
  if (problems.length > 0) return { diagnostics: problems }
  if (given.contracts.length === 0) return fromConfig(given)
  if (given.config !== undefined) return usage('--config and contracts exclude each other')
  if (given.out === undefined) return usage('--out is missing: where should the code go?')
  const contracts = given.contracts.map((contract) => contractOf(contract, given))
  const shared = sharedOutput(contracts, given.directory)
  if (shared) return { diagnostics: [shared] }
  const { directory, allowRemote } = given
  return { settings: { contracts, directory, allowRemote, catalog: readerOf(given) }, diagnostics: [] }
}

function readerOf({ directory, config, catalog: url }: GenerateArguments): ReadCatalog {
  return catalogReader({ directory, environment: process.env, config, url })
}

async function fromConfig(given: GenerateArguments): Promise<Settled> {
  const { config, diagnostics } = await readConfig(given.directory, given.config)
  if (!config) return { diagnostics }
  if (config.contracts.length === 0) return usage('the configuration names no contracts')
  if (given.out !== undefined)
    return usage('--out goes with contracts on the command line; the configuration has its own')
  const contracts = config.contracts.map(
    (contract): ContractConfig => ({
      ...contract,
      targets: targetsOf(given) ?? contract.targets,
      overlays: [...contract.overlays, ...overlaysOf(given)],
      ...(given.defaultScope !== undefined && { defaultScope: given.defaultScope as ScopeName }),
    }),
  )
  const { templates, validation } = config
  const allowRemote = config.allowRemote || given.allowRemote
  const shared: Omit<Config, 'contracts' | 'diff' | 'directory' | 'catalog'> = {
    validation,
    allowRemote,
    ...(templates !== undefined && { templates }),
  }
  return { settings: { ...shared, contracts, directory: given.directory, catalog: readerOf(given) }, diagnostics: [] }
}

function contractOf(reference: string, given: GenerateArguments): ContractConfig {
  const out = resolve(given.directory, given.out ?? '')
  return {
    reference: isPath(reference) ? resolve(given.directory, reference) : reference,
    out: given.contracts.length === 1 ? out : resolve(out, folderOf(reference)),
    targets: targetsOf(given) ?? ['types', 'client'],
    overlays: overlaysOf(given),
    ...(given.defaultScope !== undefined && { defaultScope: given.defaultScope as ScopeName }),
  }
}

/** `contracts/orders.openapi.yaml` goes into `orders`. */
function folderOf(reference: string): string {
  const name = basename(reference).replace(/(\.(openapi|asyncapi|swagger))?\.(json|ya?ml)$/i, '')
  return name.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '') || 'contract'
}

function targetsOf({ targets }: GenerateArguments): readonly ConfigTarget[] | undefined {
  return targets && allTargets.filter((target) => targets.includes(target))
}

function overlaysOf({ overlays, directory }: GenerateArguments): readonly string[] {
  return overlays.map((overlay) => resolve(directory, overlay))
}

function checkWords({ targets = [], defaultScope }: GenerateArguments): readonly Diagnostic[] {
  const wrong = targets.filter((target) => !(allTargets as readonly string[]).includes(target))
  const problems = wrong.map((target) => unknownWord('--target', target, allTargets))
  if (defaultScope !== undefined && !(tenantScopes as readonly string[]).includes(defaultScope)) {
    problems.push(unknownWord('--default-scope', defaultScope, tenantScopes))
  }
  return problems
}

function unknownWord(flag: string, given: string, known: readonly string[]): Diagnostic {
  const near = didYouMean(given, known)
  const help = near ? `Did you mean \`${near}\`?` : `Use ${known.map((word) => `\`${word}\``).join(', ')}.`
  return diagnostic('TK6005', { problem: `${flag} does not know \`${given}\``, command: 'generate' }, { help })
}

function usage(problem: string): Settled {
  return { diagnostics: [diagnostic('TK6005', { problem, command: 'generate' })] }
}
