import { Args } from '@oclif/core'
import { outcomeOf } from '../api/diff/outcome.js'
import { diffSettings } from '../api/diff/settings.js'
import { writeReports } from '../api/diff/write-reports.js'
import { diff } from '../api/diff.js'
import { type Diagnostic, hasErrors } from '../diagnostic/index.js'
import { styleFor } from '../diagnostic/render/style.js'
import { renderText } from '../diagnostic/render/text.js'
import { exitCode, TenantkitCommand } from './base-command.js'
import { diffFlags } from './diff-flags.js'
import { printJson } from './print.js'
import { reportOutputs } from './report-outputs.js'
import { createSourceLines } from './source-lines.js'

export default class Diff extends TenantkitCommand {
  static override summary = 'Find breaking changes between two versions of a contract.'
  static override description =
    'Every change of a schema is proved compatible, or shown to break with a payload that worked before and fails now. Exit 1: there are findings at or above --fail-on that nobody approved, or --semver require refuses the version. Exit 2: a side could not be read, so that nothing can be said.'
  static override examples = [
    '<%= config.bin %> diff orders@1.4.0.yaml orders.openapi.yaml',
    '<%= config.bin %> diff auto contracts/orders.openapi.yaml',
    '<%= config.bin %> diff git:main:contracts/ contracts/',
    '<%= config.bin %> diff auto contracts/ --format github --format sarif=diff.sarif',
    '<%= config.bin %> diff auto contracts/ --approve 5c1f0a9be2d34470 --reason "nobody calls it" --owner team-orders',
  ]
  static override strict = false
  static override args = {
    base: Args.string({ description: 'a path, `-`, git:REF:path, a folder, a pattern, git:REF or `auto`' }),
    head: Args.string({ description: 'a path, `-`, git:REF:path, a folder or a pattern; with `auto`, several' }),
  }
  static override flags = diffFlags

  async run(): Promise<void> {
    const { argv, flags, raw } = await this.parse(Diff)
    const outputs = reportOutputs(raw.flatMap((token) => (token.type === 'flag' ? [token] : [])))
    const isJson = flags.json || ('length' in outputs && outputs.some(({ format, file }) => format === 'json' && !file))
    if ('code' in outputs) {
      this.#refuse([outputs], isJson)
      return
    }
    const directory = process.cwd()
    const { settings, diagnostics } = await diffSettings({
      ...flags,
      directory,
      words: argv.map(String),
      overlays: { both: flags.overlay ?? [], base: flags['overlay-base'] ?? [], head: flags['overlay-head'] ?? [] },
      failOn: flags['fail-on'],
      allowRemote: flags['allow-remote'],
      today: flags.today ?? new Date().toISOString().slice(0, 10),
    })
    if (!settings) {
      this.#refuse(diagnostics, isJson)
      return
    }
    const run = await diff(settings.options)
    const isFailed = hasErrors(run.diagnostics)
    // A report of what could not be compared would be taken for one.
    const shown = isFailed ? outputs.filter(({ format }) => format !== 'json') : outputs
    const written = writeReports(run, shown, {
      directory,
      style: styleFor(process.stdout, process.env),
      linesOf: createSourceLines(),
      showInfo: flags['show-info'],
      marker: flags.marker,
    })
    if (isFailed && isJson) {
      this.#refuse(run.diagnostics, true)
      return
    }
    const problems = [...(isJson ? [] : run.diagnostics), ...written.diagnostics]
    if (problems.length > 0) process.stderr.write(`${this.#problems(problems)}\n`)
    if (written.text !== undefined) process.stdout.write(written.text)
    const outcome = hasErrors(written.diagnostics) ? 'failed' : outcomeOf(run, settings)
    process.exitCode = exitCode[outcome]
  }

  #refuse(diagnostics: readonly Diagnostic[], json: boolean): void {
    process.exitCode = exitCode.failed
    if (json) printJson({ schemaVersion: 1, diagnostics })
    else process.stderr.write(this.#problems(diagnostics))
  }

  #problems(diagnostics: readonly Diagnostic[]): string {
    return renderText(diagnostics, { linesOf: createSourceLines(), style: styleFor(process.stderr, process.env) })
  }
}
