import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { tenantScopes } from '../contract/model/index.js'
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostic/index.js'
import { compareText } from '../util/compare.js'
import { displayPath } from '../util/display-path.js'
import { fields, flag, integer, list, oneOf, record, text } from '../util/shape.js'
import { configReport, type SpanOf } from './config-report.js'
import { parseConfigFile } from './parse-config-file.js'
import type { Config, ContractConfig, DiffConfig, DiffLevel } from './types.js'

/** In order of preference. */
const fileNames = ['ts', 'mts', 'js', 'mjs', 'json', 'yaml', 'yml'].map((extension) => `tenantkit.config.${extension}`)

const contractShape = fields({
  path: { shape: text, required: true },
  out: { shape: text, required: true },
  targets: { shape: list(oneOf(['types', 'client', 'server', 'events'])) },
  handlers: { shape: text },
  overlays: { shape: list(text) },
  defaultScope: { shape: oneOf(tenantScopes) },
  name: { shape: text },
  root: { shape: text },
})

const diffShape = fields({
  failOn: { shape: oneOf(['breaking', 'warning', 'info', 'none']) },
  view: { shape: oneOf(['exchange', 'strict']) },
  levels: { shape: record(oneOf(['breaking', 'warning', 'info', 'off'])) },
  approvals: { shape: text },
  semver: { shape: oneOf(['require', 'report', 'off']) },
  grace: { shape: integer(0) },
})

const catalogShape = fields({ url: { shape: text, required: true } })

const configShape = fields({
  contracts: { shape: list(contractShape) },
  diff: { shape: diffShape },
  catalog: { shape: catalogShape },
  templates: { shape: text },
  validation: { shape: oneOf(['auto', 'always', 'never']) },
  allowRemote: { shape: flag },
})

export interface ReadConfig {
  readonly config?: Config
  /** Places of its values, for problems that a later stage finds. */
  readonly spanOf?: SpanOf
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads `file`, or the configuration of `directory`. Without a configuration there is at least one error. */
export async function readConfig(directory: string, file?: string): Promise<ReadConfig> {
  const path = file === undefined ? findConfig(directory) : resolve(directory, file)
  if (path === undefined || !existsSync(path)) {
    return { diagnostics: [diagnostic('TK6001', { directory: file ?? displayPath(directory, process.cwd()) })] }
  }
  const shown = displayPath(path, process.cwd())
  const parsed = await parseConfigFile(path, shown)
  if (parsed.kind === 'unreadable') return { diagnostics: parsed.problems }
  const problems: Diagnostic[] = []
  const report = configReport({ file: shown, spanOf: parsed.spanOf, problems })
  const input = configShape(parsed.value, [], report)
  // Only those who compare, or name a catalog, have nothing to generate.
  if (input && !['contracts', 'diff', 'catalog'].some((field) => has(parsed.value, field))) {
    report.refuse([], 'an object with `contracts`')
  }
  if (!input || hasErrors(problems)) return { diagnostics: problems }
  const base = resolve(path, '..')
  const config: Config = Object.freeze({
    file: path,
    directory: base,
    contracts: (input.contracts ?? []).map((contract) => resolveContract(contract, base)),
    diff: resolveDiff(input.diff ?? {}, base),
    ...(input.catalog?.url !== undefined && { catalog: { url: input.catalog.url } }),
    ...(input.templates !== undefined && { templates: resolve(base, input.templates) }),
    validation: input.validation ?? 'auto',
    allowRemote: input.allowRemote ?? false,
  })
  const shared = sharedOutput(config.contracts, base)
  return shared ? { diagnostics: [shared] } : { config, diagnostics: [], spanOf: parsed.spanOf }
}

export function findConfig(directory: string): string | undefined {
  return fileNames.map((name) => join(directory, name)).find((path) => existsSync(path))
}

function has(value: unknown, field: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field)
}

type ContractInputRead = NonNullable<ReturnType<typeof contractShape>>

function resolveContract(input: ContractInputRead, base: string): ContractConfig {
  const { handlers, root, defaultScope, name } = input
  return {
    reference: isPath(input.path ?? '') ? resolve(base, input.path ?? '') : (input.path ?? ''),
    out: resolve(base, input.out ?? ''),
    targets: input.targets ?? ['types', 'client'],
    overlays: (input.overlays ?? []).map((overlay) => resolve(base, overlay)),
    ...(handlers !== undefined && { handlers: resolve(base, handlers) }),
    ...(root !== undefined && { root: resolve(base, root) }),
    ...(defaultScope !== undefined && { defaultScope }),
    ...(name !== undefined && { name }),
  }
}

function resolveDiff(
  { levels, approvals, ...rest }: NonNullable<ReturnType<typeof diffShape>>,
  base: string,
): DiffConfig {
  return {
    ...rest,
    levels: levels ?? new Map<string, DiffLevel>(),
    ...(approvals !== undefined && { approvals: resolve(base, approvals) }),
  }
}

/** False for `git:REF:path`, `catalog:…`, `https:…` and `-`; a drive letter is part of a path. */
export function isPath(reference: string): boolean {
  return reference !== '-' && !/^[a-z][a-z0-9+.-]+:/i.test(reference)
}

/** The problem of two contracts that would go into one folder, if there are any. */
export function sharedOutput(contracts: readonly ContractConfig[], directory: string): Diagnostic | undefined {
  const sorted = [...contracts].sort((before, after) => compareText(before.out, after.out))
  for (const [index, contract] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next && next.out === contract.out) {
      const show = (path: string): string => displayPath(path, directory)
      return diagnostic('TK6008', {
        first: show(contract.reference),
        second: show(next.reference),
        out: show(contract.out),
      })
    }
  }
  return undefined
}
