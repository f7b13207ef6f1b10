import { Args, Flags } from '@oclif/core'
import { TenantkitCommand } from '../base-command.js'
import { catalogFlags } from './flags.js'

export class CatalogPull extends TenantkitCommand {
  static override summary = 'Read versions from the catalog, and write into `tenantkit.lock` what they are.'
  static override description =
    'Without arguments: the `catalog:` contracts of the configuration, and what the lock has. From then on `generate`, `diff` and the others take them only as the lock says. Exit 1: with --frozen something is not in the lock, or something is not what it was.'
  static override examples = [
    '<%= config.bin %> catalog pull',
    '<%= config.bin %> catalog pull shop/orders@1.2.0 --out contracts/pulled',
    '<%= config.bin %> catalog pull --frozen --verify',
  ]
  static override strict = false
  static override args = { reference: Args.string({ description: 'NAMESPACE/NAME@VERSION; several are possible' }) }
  static override flags = {
    frozen: Flags.boolean({ description: 'take only what the lock knows, and leave it as it is' }),
    verify: Flags.boolean({ description: "read the audit, too, and hold it against the lock's checkpoints" }),
    out: Flags.string({ char: 'o', description: 'folder to write the documents into, one folder for each version' }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(CatalogPull)
    const { runPull } = await import('./run/pull.js')
    process.exitCode = await runPull(argv.map(String), flags)
  }
}
