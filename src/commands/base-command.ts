import { Command, Errors } from '@oclif/core'
import { type Diagnostic, diagnostic } from '../diagnostic/index.js'
import { styleFor } from '../diagnostic/render/style.js'
import { renderText } from '../diagnostic/render/text.js'
import { printJson } from './print.js'

/** Exit codes of every command. */
export const exitCode = { fine: 0, findings: 1, failed: 2 } as const

/** Flags -> API call -> renderer -> exit code. */
export abstract class TenantkitCommand extends Command {
  /** Called by oclif for whatever `run` threw: a wrong command line, or a bug of ours. */
  protected override catch(error: Error): Promise<void> {
    failure(error, this.argv.includes('--json'), this.id)
    return Promise.resolve()
  }
}

/** Says why a command could not run; no stack trace unless TENANTKIT_DEBUG is set. */
export function failure(error: unknown, json: boolean, command?: string): void {
  if (error instanceof Errors.ExitError) {
    process.exitCode = error.oclif.exit ?? exitCode.failed
    return
  }
  const problem = problemOf(error, command)
  process.exitCode = exitCode.failed
  if (json) printJson({ schemaVersion: 1, diagnostics: [problem] })
  else process.stderr.write(renderText([problem], { style: styleFor(process.stderr, process.env) }))
  if (process.env['TENANTKIT_DEBUG']) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}

function problemOf(error: unknown, command: string | undefined): Diagnostic {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Errors.CLIError) {
    // oclif appends "See more help with --help"; ours names the command.
    const problem = message.replace(/\n?See more help with --help\s*$/, '').trim()
    return diagnostic(
      'TK6005',
      { problem, command: command ?? '' },
      { help: command ? undefined : 'See `tenantkit --help`.' },
    )
  }
  return diagnostic('TK9001', { what: message.split('\n')[0] ?? 'unknown failure' })
}
