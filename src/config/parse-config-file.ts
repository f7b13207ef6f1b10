import { dirname, extname } from 'node:path'
import { createProblems } from '../contract/problem.js'
import { openSources } from '../contract/source/index.js'
import { type Diagnostic, diagnostic } from '../diagnostic/index.js'
import { child } from '../util/json-pointer.js'
import type { SpanOf } from './config-report.js'

export type ParsedConfig =
  | { readonly kind: 'parsed'; readonly value: unknown; readonly spanOf: SpanOf }
  | { readonly kind: 'unreadable'; readonly problems: readonly Diagnostic[] }

/** The plain value of a configuration file: data for JSON and YAML, the default export of a program. */
export async function parseConfigFile(path: string, shown: string): Promise<ParsedConfig> {
  return /^\.(json|ya?ml)$/.test(extname(path)) ? parseData(path) : runConfig(path, shown)
}

/** Read as contracts are: the same limits, and a position for every mistake. */
async function parseData(path: string): Promise<ParsedConfig> {
  const problems = createProblems()
  const sources = await openSources(path, { root: dirname(path) }, problems)
  if (!sources) return { kind: 'unreadable', problems: problems.resolve(undefined) }
  const { id, value } = sources.root
  return {
    kind: 'parsed',
    value,
    spanOf: (steps, part) => sources.span({ document: id, pointer: steps.reduce<string>(child, '') }, part),
  }
}

/** Configurations may be programs of the user's own; they run with the user's rights, as a build script does. */
async function runConfig(path: string, shown: string): Promise<ParsedConfig> {
  try {
    const { createJiti } = await import('jiti')
    const value = await createJiti(import.meta.url, { interopDefault: true }).import(path, { default: true })
    return { kind: 'parsed', value, spanOf: () => undefined }
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error)
    const span = { file: shown, line: 1, column: 1, endLine: 1, endColumn: 1 }
    return { kind: 'unreadable', problems: [diagnostic('TK6002', { file: shown, reason }, { span })] }
  }
}
