import { Args, Flags } from '@oclif/core'
import { type ChangelogFormat, changelogFormats } from '../api/changelog-format.js'
import { type Diagnostic, hasErrors } from '../diagnostic/index.js'
import { styleFor } from '../diagnostic/render/style.js'
import { renderText } from '../diagnostic/render/text.js'
import { exitCode, TenantkitCommand } from './base-command.js'
import { diffFlags } from './diff-flags.js'
import { printJson } from './print.js'
import { createSourceLines } from './source-lines.js'

const { base, overlay, root, config, today, view, catalog } = diffFlags

export default class Changelog extends TenantkitCommand {
  static override summary = "Tell an API's users what changed between two versions of its contract, by operation."
  static override description =
    'The changes that `diff` finds, compatible ones included, sorted for readers: new operations, removed ones, changed ones, and what several of them share. Exit 2: a side could not be read.'
  static override examples = [
    '<%= config.bin %> changelog orders@1.4.0.yaml orders.openapi.yaml',
    '<%= config.bin %> changelog git:v1.4.0 contracts/ --format html --output changes.html',
  ]
  static override strict = false
  static override args = {
    base: Args.string({
      description: 'a path, `-`, git:REF:path, catalog:NAMESPACE/NAME@VERSION, a folder, a pattern, git:REF or `auto`',
    }),
    head: Args.string({
      description:
        'a path, `-`, git:REF:path, catalog:NAMESPACE/NAME@VERSION, a folder or a pattern; with `auto`, several',
    }),
  }
  static override flags = {
    format: Flags.string({
      char: 'f',
      options: changelogFormats,
      default: 'markdown',
      description: 'of the changelog',
    }),
    output: Flags.string({ char: 'o', description: 'file for the changelog; without one it is printed' }),
    json: Flags.boolean({ description: 'print JSON; the same as --format json' }),
    ...{ base, view, overlay, 'overlay-base': diffFlags['overlay-base'], 'overlay-head': diffFlags['overlay-head'] },
    ...{ root, config, today, catalog, 'allow-remote': diffFlags['allow-remote'] },
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Changelog)
    const format = (flags.json ? 'json' : flags.format) as ChangelogFormat
    const isJson = format === 'json' && flags.output === undefined
    const { changelog, renderChangelogs } = await import('../api/changelog.js')
    const { diffSettings } = await import('../api/diff/settings.js')
    const { settings, diagnostics } = await diffSettings({
      ...flags,
      directory: process.cwd(),
      words: argv.map(String),
      overlays: { both: flags.overlay ?? [], base: flags['overlay-base'] ?? [], head: flags['overlay-head'] ?? [] },
      allowRemote: flags['allow-remote'],
      today: flags.today ?? new Date().toISOString().slice(0, 10),
    })
    const result = settings ? await changelog(settings.options) : { changelogs: [], diagnostics }
    if (hasErrors(result.diagnostics)) {
      this.#refuse(result.diagnostics, isJson)
      return
    }
    if (!isJson && result.diagnostics.length > 0) process.stderr.write(this.#problems(result.diagnostics))
    const text = renderChangelogs(format, result.changelogs)
    if (flags.output === undefined) {
      process.stdout.write(text)
      return
    }
    const { writeOutput } = await import('../api/diff/write-output.js')
    this.#refuse(writeOutput(process.cwd(), flags.output, text), false)
  }

  /** Nothing to refuse is fine. */
  #refuse(problems: readonly Diagnostic[], json: boolean): void {
    if (problems.length === 0) return
    process.exitCode = exitCode.failed
    if (json) printJson({ schemaVersion: 1, diagnostics: problems })
    else process.stderr.write(this.#problems(problems))
  }

  #problems(problems: readonly Diagnostic[]): string {
    return renderText(problems, { linesOf: createSourceLines(), style: styleFor(process.stderr, process.env) })
  }
}
