import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Config, findConfig, isPath, readConfig } from '../../config/index.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { nearRule, ruleNames } from '../../diff/index.js'
import { displayPath } from '../../util/display-path.js'
import { isIsoDate } from '../../util/iso-date.js'
import { catalogReader } from '../catalog/reader.js'
import type { DiffContractsOptions } from '../diff.js'
import type { FailOn } from './outcome.js'

/** What the command line says; everything that it leaves open comes from the configuration. */
export interface DiffArguments {
  readonly directory: string
  /** Positional arguments: the base, unless a flag names it, then heads. */
  readonly words: readonly string[]
  readonly base?: string | undefined
  readonly config?: string | undefined
  readonly failOn?: string | undefined
  readonly view?: string | undefined
  readonly semver?: string | undefined
  readonly approvals?: string | undefined
  readonly root?: string | undefined
  readonly overlays: {
    readonly both: readonly string[]
    readonly base: readonly string[]
    readonly head: readonly string[]
  }
  readonly allowRemote: boolean
  /** URL of the catalog. */
  readonly catalog?: string | undefined
  /** File that holds the token for it. */
  readonly tokenFile?: string | undefined
  readonly today: string
  /** Plain JSON Schemas are compared. */
  readonly schema?: boolean | undefined
  /** Which way their values go. */
  readonly direction?: string | undefined
  readonly approve?: readonly string[] | undefined
  readonly acknowledge?: readonly string[] | undefined
  readonly reason?: string | undefined
  readonly owner?: string | undefined
  readonly expires?: string | undefined
  readonly ticket?: string | undefined
}

export interface DiffSettings {
  readonly options: DiffContractsOptions
  readonly failOn: FailOn
  readonly semver: 'require' | 'report' | 'off'
}

export type Settled =
  | { readonly settings: DiffSettings; readonly diagnostics: readonly [] }
  | { readonly settings?: never; readonly diagnostics: readonly Diagnostic[] }

/** Joins the command line and the configuration. Without settings there is at least one error. */
export async function diffSettings(given: DiffArguments): Promise<Settled> {
  const stray = given.direction !== undefined && !given.schema ? [usage('--direction goes with --schema')] : []
  const wrong = [...stray, ...wrongDates(given), ...wrongApproval(given)]
  if (wrong.length > 0) return { diagnostics: wrong }
  const { approvals: named, approve: asked = [] } = given
  // A name that the command line gives is no default: there must be something behind it, or it is made now.
  if (named !== undefined && asked.length === 0 && !existsSync(resolve(given.directory, named))) {
    return { diagnostics: [diagnostic('TK1001', { file: named })] }
  }
  const read = await configOf(given)
  if (read.diagnostics.length > 0) return { diagnostics: read.diagnostics }
  const sides = sidesOf(given, read.config)
  if ('code' in sides) return { diagnostics: [sides] }
  const { failOn = 'breaking', semver = 'report', view, approvals, levels, grace } = read.config?.diff ?? {}
  const versions = (given.semver ?? semver) as DiffSettings['semver']
  // Plain schemas are taken at their word unless the command line asks otherwise.
  const chosenView = (given.view ?? (given.schema ? 'strict' : view)) as DiffContractsOptions['view']
  const { overlays, directory, today, root, allowRemote } = given
  const options: DiffContractsOptions = {
    ...sides,
    directory,
    today,
    root,
    overlays: { base: [...overlays.both, ...overlays.base], head: [...overlays.both, ...overlays.head] },
    allowRemote: allowRemote || (read.config?.allowRemote ?? false),
    catalog: catalogReader({
      directory,
      environment: process.env,
      config: given.config,
      url: given.catalog,
      tokenFile: given.tokenFile,
    }),
    semver: versions,
    ...(given.schema && { schemas: (given.direction ?? 'request') as 'request' | 'response' }),
    ...(chosenView && { view: chosenView }),
    ...(levels && { levels }),
    ...(grace !== undefined && { grace }),
    ...approvalSettings(given, approvals),
  }
  return { settings: { options, failOn: (given.failOn ?? failOn) as FailOn, semver: versions }, diagnostics: [] }
}

function wrongDates({ today, expires }: DiffArguments): readonly Diagnostic[] {
  const dates = { '--today': today, '--expires': expires }
  return Object.entries(dates).flatMap(([flag, date]) =>
    date === undefined || isIsoDate(date) ? [] : [usage(`${flag} must be a day such as 2026-12-31, not \`${date}\``)],
  )
}

function wrongApproval(given: DiffArguments): readonly Diagnostic[] {
  const { approve = [], acknowledge = [], reason, owner, expires, today } = given
  if (approve.length === 0) {
    const aside = (['reason', 'owner', 'expires', 'ticket'] as const).filter((flag) => given[flag] !== undefined)
    const stray = acknowledge.length > 0 ? [...aside, 'acknowledge'] : aside
    return stray.map((flag) => usage(`--${flag} goes with --approve`))
  }
  const missing = [...(reason?.trim() ? [] : ['`--reason`']), ...(owner?.trim() ? [] : ['`--owner`'])]
  if (missing.length > 0) return [diagnostic('TK3915', { missing: missing.join(' and ') })]
  return expires !== undefined && expires < today ? [usage(`--expires ${expires} is over already`)] : []
}

async function configOf({ directory, config: file }: DiffArguments): Promise<{
  readonly config?: Config
  readonly diagnostics: readonly Diagnostic[]
}> {
  if (file === undefined && findConfig(directory) === undefined) return { diagnostics: [] }
  const { config, diagnostics, spanOf } = await readConfig(directory, file)
  if (!config) return { diagnostics }
  const names = ruleNames()
  const unknown = [...config.diff.levels.keys()].filter((name) => !names.has(name))
  const problems = unknown.map((rule) =>
    diagnostic('TK3919', { rule }, { span: spanOf?.(['diff', 'levels', rule], 'key'), help: nearRule(rule) }),
  )
  return { config, diagnostics: problems }
}

/** `BASE HEAD`, `--base BASE HEAD..`, or `auto` alone for the contracts of the configuration. */
function sidesOf(
  { words, base: named, directory }: DiffArguments,
  config: Config | undefined,
): { readonly base: string; readonly heads: readonly string[] } | Diagnostic {
  const [first, ...rest] = words
  const base = named ?? first
  if (base === undefined) return usage('the base is missing: what should be compared?')
  const given = named === undefined ? rest : words
  const heads = given.length > 0 ? given : contractsOf(config, directory)
  const isFound = base === 'auto' || /^git:[^:]+:?$/.test(base)
  if (heads.length === 0) return usage(`the head is missing: what should be compared with \`${base}\`?`)
  if (!isFound && given.length === 0)
    return usage(`the head is missing: only \`auto\` and \`git:REF\` take it from the configuration`)
  if (!isFound && heads.length > 1)
    return usage('several heads go with the base `auto` or `git:REF` only; name a folder instead')
  return { base, heads }
}

function contractsOf(config: Config | undefined, directory: string): readonly string[] {
  const paths = (config?.contracts ?? []).map(({ reference }) => reference).filter(isPath)
  return [...new Set(paths)].map((path) => displayPath(path, directory))
}

function approvalSettings(given: DiffArguments, configured: string | undefined): Partial<DiffContractsOptions> {
  const { approve = [], acknowledge = [], reason = '', owner = '', expires, ticket, approvals } = given
  const file = approvals ?? configured
  return {
    ...(file !== undefined && { approvals: file }),
    ...(approve.length > 0 && {
      approve: {
        fingerprints: approve,
        acknowledges: acknowledge,
        reason,
        owner,
        ...(expires !== undefined && { expires }),
        ...(ticket !== undefined && { ticket }),
      },
    }),
  }
}

function usage(problem: string): Diagnostic {
  return diagnostic('TK6005', { problem, command: 'diff' })
}
