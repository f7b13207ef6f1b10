import { outcomeOf } from '../api/diff/outcome.js'
import { type DiffArguments, diffSettings } from '../api/diff/settings.js'
import { type WriteOptions, writeReports } from '../api/diff/write-reports.js'
import { diff } from '../api/diff.js'
import { type Diagnostic, hasErrors } from '../diagnostic/index.js'
import { styleFor } from '../diagnostic/render/style.js'
import { renderText } from '../diagnostic/render/text.js'
import { exitCode } from './base-command.js'
import { printJson } from './print.js'
import { type FlagToken, reportOutputs } from './report-outputs.js'
import { createSourceLines } from './source-lines.js'

export interface DiffCommandLine {
  /** Flags in the order of the command line. */
  readonly tokens: readonly FlagToken[]
  readonly given: DiffArguments
  readonly shown: Pick<WriteOptions, 'showInfo' | 'marker'>
}

/** Compares, prints and writes; the exit code. Loaded by its command alone, because it brings everything that compares. */
export async function runDiff({ tokens, given, shown }: DiffCommandLine): Promise<number> {
  const outputs = reportOutputs(tokens)
  if ('code' in outputs) return refuse([outputs], asksForJson(tokens))
  const isJson = outputs.some(({ format, file }) => format === 'json' && file === undefined)
  const { settings, diagnostics } = await diffSettings(given)
  if (!settings) return refuse(diagnostics, isJson)
  const run = await diff(settings.options)
  const isFailed = hasErrors(run.diagnostics)
  // JSON of a comparison that failed would be taken for one that was made.
  const possible = isFailed ? outputs.filter(({ format }) => format !== 'json') : outputs
  const written = writeReports(run, possible, {
    ...shown,
    directory: given.directory,
    style: styleFor(process.stdout, process.env),
    linesOf: createSourceLines(),
    environment: process.env,
  })
  if (isFailed && isJson) return refuse([...run.diagnostics, ...written.diagnostics], true)
  const problems = [...(isJson ? [] : run.diagnostics), ...written.diagnostics]
  if (problems.length > 0) process.stderr.write(`${textOf(problems)}\n`)
  if (written.text !== undefined) process.stdout.write(written.text)
  return exitCode[hasErrors(written.diagnostics) ? 'failed' : outcomeOf(run, settings)]
}

/** Of a command line that is not understood, as much as it takes to say so in the form that was asked for. */
function asksForJson(tokens: readonly FlagToken[]): boolean {
  return tokens.some(({ flag, input }) => flag === 'json' || (flag === 'format' && input === 'json'))
}

function refuse(diagnostics: readonly Diagnostic[], json: boolean): number {
  if (json) printJson({ schemaVersion: 1, diagnostics })
  else process.stderr.write(textOf(diagnostics))
  return exitCode.failed
}

function textOf(diagnostics: readonly Diagnostic[]): string {
  return renderText(diagnostics, { linesOf: createSourceLines(), style: styleFor(process.stderr, process.env) })
}
