import { Args } from '@oclif/core'
import { TenantkitCommand } from './base-command.js'
import { diffFlags } from './diff-flags.js'

export default class Diff extends TenantkitCommand {
  static override summary = 'Find breaking changes between two versions of a contract.'
  static override description =
    'Every change of a schema is proved compatible, or shown to break with a payload that worked before and fails now. Exit 1: there are findings at or above --fail-on that nobody approved, or --semver require refuses the version. Exit 2: a side could not be read, so that nothing can be said.'
  static override examples = [
    '<%= config.bin %> diff orders@1.4.0.yaml orders.openapi.yaml',
    '<%= config.bin %> diff auto contracts/orders.openapi.yaml',
    '<%= config.bin %> diff git:main:contracts/ contracts/',
    '<%= config.bin %> diff auto contracts/ --format github --format sarif=diff.sarif',
    '<%= config.bin %> diff catalog:shop/orders@1.4.0 contracts/orders.openapi.yaml',
    '<%= config.bin %> diff --schema order.v1.schema.json order.v2.schema.json --direction response',
    '<%= config.bin %> diff auto contracts/ --approve 5c1f0a9be2d34470 --reason "nobody calls it" --owner team-orders',
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
  static override flags = diffFlags

  async run(): Promise<void> {
    const { argv, flags, raw } = await this.parse(Diff)
    const { runDiff } = await import('./run-diff.js')
    process.exitCode = await runDiff({
      tokens: raw.flatMap((token) => (token.type === 'flag' ? [token] : [])),
      given: {
        ...flags,
        directory: process.cwd(),
        words: argv.map(String),
        overlays: { both: flags.overlay ?? [], base: flags['overlay-base'] ?? [], head: flags['overlay-head'] ?? [] },
        failOn: flags['fail-on'],
        allowRemote: flags['allow-remote'],
        today: flags.today ?? new Date().toISOString().slice(0, 10),
      },
      shown: { showInfo: flags['show-info'], marker: flags.marker },
    })
  }
}
