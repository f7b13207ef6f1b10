import { Args, Flags } from '@oclif/core'
import { TenantkitCommand } from '../base-command.js'
import { diffFlags } from '../diff-flags.js'
import { catalogFlags, several } from './flags.js'

export class CatalogPublish extends TenantkitCommand {
  static override summary = 'Publish a contract, or say what would become of it.'
  static override description =
    'Sends the contract with all that it refers to. The catalog decides: it compares with what is released and deployed, holds the version against the changes, and looks whose use would break. Exit 1: the gate refused it. Exit 0 for what is published, unchanged, or waits for a review.'
  static override examples = [
    '<%= config.bin %> catalog publish contracts/orders.openapi.yaml --as shop/orders',
    '<%= config.bin %> catalog publish contracts/orders.openapi.yaml --as shop/orders --dry-run --format github --format markdown=report.md',
  ]
  static override args = {
    contract: Args.string({
      required: true,
      description: 'a path, `-`, git:REF:path or catalog:NAMESPACE/NAME@VERSION',
    }),
  }
  static override flags = {
    as: Flags.string({
      required: true,
      description: 'NAMESPACE/NAME, and @VERSION where it is not what the contract says of itself',
    }),
    'dry-run': Flags.boolean({ description: 'only say what the gate finds; nothing is kept' }),
    overlay: Flags.string({ ...several, description: 'an overlay document; repeat for several' }),
    root: Flags.string({ description: 'folder that references may not leave; default: that of the contract' }),
    format: diffFlags.format,
    output: diffFlags.output,
    'show-info': diffFlags['show-info'],
    marker: diffFlags.marker,
    commit: Flags.string({ helpGroup: 'PROVENANCE', description: 'default: what the CI service says' }),
    repository: Flags.string({ helpGroup: 'PROVENANCE', description: 'default: what the CI service says' }),
    workflow: Flags.string({ helpGroup: 'PROVENANCE', description: 'default: what the CI service says' }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { args, flags, raw } = await this.parse(CatalogPublish)
    const { runPublish } = await import('./run/publish.js')
    const tokens = raw.flatMap((token) => (token.type === 'flag' ? [token] : []))
    process.exitCode = await runPublish(args.contract, flags, tokens)
  }
}
