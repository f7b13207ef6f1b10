import { Command, Errors } from '@oclif/core'
import { type Diagnostic, diagnostic } from '../diagnostic/index.js'
import { styleFor } from '../diagnostic/render/style.js'
import { renderText } from '../diagnostic/render/text.js'
import { didYouMean } from '../util/did-you-mean.js'
import { printJson } from './print.js'

/** Exit codes of every command. */
export const exitCode = { fine: 0, findings: 1, failed: 2 } as const

/** Flags -> API call -> renderer -> exit code. What `run` throws is a wrong command line or a bug of ours; `runCli` says so. */
export abstract class TenantkitCommand extends Command {}

export interface FailureContext {
  readonly json: boolean
  /** First word of the command line. */
  readonly command: string
  /** All commands there are. */
  readonly commands: readonly string[]
}

/** Says why a command could not run; no stack trace unless TENANTKIT_DEBUG is set. */
export function failure(error: unknown, context: FailureContext): void {
  if (error instanceof Errors.ExitError) {
    process.exitCode = error.oclif.exit ?? exitCode.failed
    return
  }
  const problem = problemOf(error, context)
  process.exitCode = exitCode.failed
  if (context.json) printJson({ schemaVersion: 1, diagnostics: [problem] })
  else process.stderr.write(renderText([problem], { style: styleFor(process.stderr, process.env) }))
  if (process.env['TENANTKIT_DEBUG']) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}

function problemOf(error: unknown, { command, commands }: FailureContext): Diagnostic {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof Errors.CLIError))
    return diagnostic('TK9001', { what: message.split('\n')[0] ?? 'unknown failure' })
  // oclif appends "See more help with --help"; ours names the command.
  const problem = message.replace(/\n?See more help with --help\s*$/, '').trim()
  return diagnostic(
    'TK6005',
    { problem, command },
    { help: commands.includes(command) ? undefined : helpFor(command, commands) },
  )
}

function helpFor(command: string, commands: readonly string[]): string {
  const near = didYouMean(command, commands)
  return near ? `Did you mean \`tenantkit ${near}\`?` : 'See `tenantkit --help`.'
}
