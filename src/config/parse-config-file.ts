import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { type Diagnostic, diagnostic } from '../diagnostic/index.js'
import type { SpanOf } from './shape.js'

export type ParsedConfig =
  | { readonly kind: 'parsed'; readonly value: unknown; readonly spanOf: SpanOf }
  | { readonly kind: 'unreadable'; readonly problem: Diagnostic }

/** The plain value of a configuration file: data for JSON and YAML, the default export of a program. */
export async function parseConfigFile(path: string, shown: string): Promise<ParsedConfig> {
  try {
    const extension = extname(path)
    if (extension === '.json') return data(JSON.parse(readFileSync(path, 'utf8')))
    if (extension === '.yaml' || extension === '.yml') {
      const { load } = await import('js-yaml')
      return data(load(readFileSync(path, 'utf8')))
    }
    return data(await runConfig(path))
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error)
    return { kind: 'unreadable', problem: diagnostic('TK6002', { file: shown, reason }, { span: startOf(shown) }) }
  }
}

function data(value: unknown): ParsedConfig {
  return { kind: 'parsed', value, spanOf: () => undefined }
}

/** Configurations are programs of the user's own, and run with the user's rights, as a build script does. */
async function runConfig(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  return await createJiti(import.meta.url, { interopDefault: true }).import(path, { default: true })
}

function startOf(file: string): { file: string; line: number; column: number; endLine: number; endColumn: number } {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 }
}
