import { existsSync } from 'node:fs'
import type { Config, ContractConfig } from '../config/index.js'
import { isPath } from '../config/index.js'
import { requireScopes } from '../contract/annotation/index.js'
import { type Loaded, type LoadOptions, loadContract } from '../contract/index.js'
import type { Contract } from '../contract/model/index.js'
import { createProblems } from '../contract/problem.js'
import type { ReadCatalog } from '../contract/source/index.js'
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostic/index.js'
import {
  type ComparedFile,
  createPlan,
  currentManifest,
  emit,
  type OutputFile,
  type Plan,
  renderFiles,
  type Target,
  TemplateFailure,
  type Templates,
} from '../generate/index.js'
import type { JsonValue } from '../util/own.js'
import { inputName, inputsOf, locateInput, sourceName } from './contract-inputs.js'
import type { HandlersOutcome } from './merge-handlers-file.js'
import { recallDiagnostics, recordDiagnostics } from './recorded-diagnostics.js'
import { toolVersion } from './tool-version.js'

export interface GeneratedContract {
  /** As shown to the user. */
  readonly source: string
  readonly out: string
  readonly targets: readonly Target[]
  /** Absent unless it was loaded. */
  readonly title?: string
  readonly version?: string
  readonly operations?: number
  readonly schemas?: number
  /** Operations that got a stub in the user's own file of handlers. */
  readonly handlersAdded?: readonly string[]
  /** `current`: neither the contract nor its output has changed since, so that nothing was loaded. */
  readonly status: 'generated' | 'current' | 'failed'
}

export interface ContractOutcome {
  readonly contract: GeneratedContract
  readonly files: readonly ComparedFile[]
  readonly diagnostics: readonly Diagnostic[]
  readonly changed: boolean
}

export interface ContractOptions {
  readonly directory: string
  readonly show: (path: string) => string
  readonly templates: Templates
  /** Of the user's templates; empty without any. */
  readonly digest: string
  readonly validation?: Config['validation'] | undefined
  readonly allowRemote?: boolean | undefined
  readonly catalog?: ReadCatalog | undefined
  readonly strict?: boolean | undefined
  readonly check?: boolean | undefined
  readonly verify?: boolean | undefined
}

/** One contract into one folder: load, plan, render, write. */
export async function generateContract(contract: ContractConfig, options: ContractOptions): Promise<ContractOutcome> {
  const { directory, show } = options
  const output = {
    out: contract.out,
    toolVersion: toolVersion(),
    options: recordedOptions(contract, options),
  }
  const current =
    options.verify || !handlersAreThere(contract)
      ? undefined
      : currentManifest({ ...output, locate: (path) => locateInput(contract, path) })
  if (current) {
    const files = current.files.map((file): ComparedFile => ({ ...file, status: 'unchanged' }))
    const fileOf = (name: string): string => show(locateInput(contract, name) ?? name)
    const diagnostics = recallDiagnostics(current.diagnostics, fileOf)
    return { contract: described(contract, show, 'current'), files, diagnostics, changed: false }
  }
  const loaded = await loadContract(shown(contract.reference, show), loadOptions(contract, options))
  if (!loaded.contract) return failed(contract, show, loaded.diagnostics)
  const planned = plan(contract, loaded, loaded.contract)
  const diagnostics = [...loaded.diagnostics, ...planned.diagnostics]
  if (hasErrors(diagnostics)) return failed(contract, show, diagnostics)
  const rendered = await render(planned.plan, options.templates)
  if ('code' in rendered) return failed(contract, show, [...diagnostics, rendered])
  if (options.verify) {
    const { verifyOutput } = await import('../generate/finish/verify.js')
    const found = await verifyOutput(planned.plan, rendered.files)
    if (found.length > 0) return failed(contract, show, [...diagnostics, ...found])
  }
  const emitted = emit(rendered.files, {
    ...output,
    inputs: inputsOf(contract, loaded, directory),
    diagnostics: recordDiagnostics(diagnostics, (file) => inputName(contract, file, directory)),
    show,
    check: options.check,
  })
  diagnostics.push(...emitted.diagnostics)
  if (hasErrors(diagnostics)) return failed(contract, show, diagnostics)
  const handlers = await mergedHandlers(contract, planned.plan, options)
  diagnostics.push(...handlers.diagnostics)
  return {
    contract: {
      ...described(contract, show, 'generated'),
      ...(handlers.added.length > 0 && { handlersAdded: handlers.added }),
      title: loaded.contract.title,
      version: loaded.contract.version,
      operations: loaded.contract.operations.length,
      schemas: loaded.contract.schemas.size,
    },
    files: emitted.files,
    diagnostics,
    changed: emitted.changed || handlers.changed,
  }
}

/** Without its file of handlers a server does not compile, whatever the manifest says. */
function handlersAreThere({ handlers, targets }: ContractConfig): boolean {
  return handlers === undefined || !targets.includes('server') || existsSync(handlers)
}

/** The output is there by now; only the user's own file is left. */
async function mergedHandlers(
  contract: ContractConfig,
  plan: Plan,
  options: ContractOptions,
): Promise<HandlersOutcome> {
  const { handlers, out } = contract
  if (handlers === undefined || !plan.targets.has('server')) return { changed: false, added: [], diagnostics: [] }
  const { mergeHandlersFile } = await import('./merge-handlers-file.js')
  return mergeHandlersFile(plan, { handlers, out }, options)
}

export function failed(
  contract: ContractConfig,
  show: (path: string) => string,
  diagnostics: readonly Diagnostic[],
): ContractOutcome {
  return { contract: described(contract, show, 'failed'), files: [], diagnostics, changed: false }
}

function described(
  { reference, out, targets }: ContractConfig,
  show: (path: string) => string,
  status: GeneratedContract['status'],
): GeneratedContract {
  return { source: shown(reference, show), out: show(out), targets, status }
}

/** Diagnostics name a file as it was asked for, so it is asked for as the user would. */
function shown(reference: string, show: (path: string) => string): string {
  return isPath(reference) ? show(reference) : reference
}

function loadOptions(contract: ContractConfig, options: ContractOptions): LoadOptions {
  const { directory, show, allowRemote, catalog, validation, strict } = options
  return {
    cwd: directory,
    overlays: contract.overlays.map((overlay) => shown(overlay, show)),
    ...(contract.root !== undefined && { root: contract.root }),
    ...(contract.defaultScope !== undefined && { defaultScope: contract.defaultScope }),
    ...(allowRemote !== undefined && { allowRemote }),
    ...(catalog && { catalog }),
    ...(validation !== undefined && { validation }),
    ...(strict !== undefined && { strict }),
  }
}

function plan(
  config: ContractConfig,
  loaded: Loaded,
  contract: Contract,
): { readonly plan: Plan; readonly diagnostics: readonly Diagnostic[] } {
  const reasons = new Map(config.targets.map((target) => [target, reasonForNothing(target, contract)]))
  const targets = config.targets.filter((target) => reasons.get(target) === undefined)
  const needsScopes = targets.includes('client') || targets.includes('server')
  const problems = createProblems()
  const scoped = needsScopes ? requireScopes(contract, config.defaultScope, problems) : contract
  const made = createPlan(scoped, { source: sourceName(config.reference), targets, name: config.name, problems })
  return {
    plan: made.plan,
    diagnostics: [
      ...[...reasons].flatMap(([target, reason]) =>
        reason === undefined ? [] : diagnostic('TK4013', { target, reason }),
      ),
      ...loaded.located(problems),
    ],
  }
}

/** Why a target gives nothing for this contract; undefined when it does. */
function reasonForNothing(target: Target, { protocol, operations }: Contract): string | undefined {
  if (target === 'types') return undefined
  if (target === 'events') return 'handlers and publishers of events are not generated'
  if (protocol === 'asyncapi') return 'the contract is written in AsyncAPI'
  const hasCalls = operations.some((operation) => operation.kind === 'http' && operation.role === 'path')
  return hasCalls ? undefined : 'the contract has no operations on paths'
}

async function render(
  plan: Plan,
  templates: Templates,
): Promise<{ readonly files: readonly OutputFile[] } | Diagnostic> {
  try {
    return { files: await renderFiles(plan, templates) }
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error
    return diagnostic('TK4009', { file: `${error.template}.hbs`, reason: error.message })
  }
}

/** What the output depends on beside the contract and its overlays, which are inputs. */
function recordedOptions(contract: ContractConfig, { digest, strict, directory }: ContractOptions): JsonValue {
  const { name, defaultScope } = contract
  return {
    targets: [...contract.targets].sort(),
    ...(name !== undefined && { name }),
    ...(defaultScope !== undefined && { defaultScope }),
    ...(contract.overlays.length > 0 && {
      overlays: contract.overlays.map((path) => inputName(contract, path, directory)),
    }),
    ...(digest !== '' && { templates: digest }),
    ...(strict && { strict }),
  }
}
