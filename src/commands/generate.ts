import { Args, Flags } from '@oclif/core'
import type { GenerateResult } from '../api/generate.js'
import type { GenerateSettings } from '../api/generate-settings.js'
import { type Diagnostic, hasErrors } from '../diagnostic/index.js'
import { styleFor } from '../diagnostic/render/style.js'
import { renderText } from '../diagnostic/render/text.js'
import { exitCode, TenantkitCommand } from './base-command.js'
import { generateSummary } from './generate-summary.js'
import { printJson } from './print.js'
import { createSourceLines } from './source-lines.js'

export default class Generate extends TenantkitCommand {
  static override summary = 'Generate typed clients, servers and types from contracts.'
  static override description =
    'Without contracts on the command line, the configuration (tenantkit.config.ts and its like) says what to generate. Only files that changed are written; files that are not planned any more are removed. Exit 1: output is stale (--check). Exit 2: a contract or the output could not be read or written; what was there before is untouched.'
  static override examples = [
    '<%= config.bin %> generate',
    '<%= config.bin %> generate orders.openapi.yaml --out src/generated/orders --target client,server',
    '<%= config.bin %> generate --check',
  ]
  static override strict = false
  static override args = {
    contract: Args.string({
      description: 'a path, `-`, git:REF:path, catalog:NAMESPACE/NAME@VERSION or, with --allow-remote, an https URL',
    }),
  }
  static override flags = {
    out: Flags.string({
      char: 'o',
      description: 'folder for the output; with several contracts, one folder each below it',
    }),
    target: Flags.string({
      char: 't',
      description: 'what to generate: types, client, server, events (comma-separated)',
    }),
    overlay: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'an overlay document; repeat for several',
    }),
    'default-scope': Flags.string({
      description: 'scope of operations that declare none, for contracts that are not yours',
    }),
    config: Flags.string({ char: 'c', description: 'the configuration to use' }),
    catalog: Flags.string({ description: 'URL of the catalog that `catalog:` contracts are read from' }),
    'allow-remote': Flags.boolean({ description: 'allow https references' }),
    strict: Flags.boolean({ description: 'unclassified fields and the like are errors' }),
    check: Flags.boolean({ description: 'write nothing; exit 1 when the output is stale', exclusive: ['watch'] }),
    watch: Flags.boolean({ char: 'w', description: 'generate again when a contract changes' }),
    verify: Flags.boolean({ description: 'read the output again and compare its exports with the plan' }),
    json: Flags.boolean({ description: 'print JSON', exclusive: ['watch'] }),
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Generate)
    const { settingsFor } = await import('../api/generate-settings.js')
    const { settings, diagnostics } = await settingsFor({
      directory: process.cwd(),
      contracts: argv.map(String),
      out: flags.out,
      targets: flags.target?.split(','),
      overlays: flags.overlay ?? [],
      defaultScope: flags['default-scope'],
      config: flags.config,
      allowRemote: flags['allow-remote'],
      catalog: flags.catalog,
    })
    if (!settings) {
      this.#refuse(diagnostics, flags.json)
      return
    }
    const { check, verify, strict } = flags
    const options: GenerateSettings = { ...settings, check, verify, strict }
    if (flags.watch) return this.#watch(options)
    const { generate } = await import('../api/generate.js')
    const result = await generate(options)
    process.exitCode = exitOf(result, check)
    if (flags.json) printJson(toJson(result))
    else this.#report(result, check)
  }

  async #watch(options: GenerateSettings): Promise<void> {
    const { watchGenerate } = await import('../api/watch-generate.js')
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    process.once('SIGTERM', () => stop.abort())
    await watchGenerate(options, (result) => this.#report(result, false), stop.signal)
  }

  #report(result: GenerateResult, check: boolean): void {
    if (result.diagnostics.length > 0) process.stderr.write(`${this.#problems(result.diagnostics)}\n`)
    this.log(generateSummary(result, { check, style: styleFor(process.stdout, process.env) }))
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

function exitOf({ diagnostics, stale }: GenerateResult, check: boolean): number {
  if (hasErrors(diagnostics)) return exitCode.failed
  return check && stale ? exitCode.findings : exitCode.fine
}

function toJson({ diagnostics, ...result }: GenerateResult): unknown {
  return { ...result, warnings: diagnostics }
}
