import { Args, Flags } from '@oclif/core'
import { TenantkitCommand } from '../base-command.js'
import { catalogFlags } from './flags.js'

export class CatalogList extends TenantkitCommand {
  static override summary = 'List the contracts of the catalog.'
  static override examples = ['<%= config.bin %> catalog list', '<%= config.bin %> catalog list --namespace shop']
  static override flags = { namespace: Flags.string({ description: 'only its contracts' }), ...catalogFlags }

  async run(): Promise<void> {
    const { flags } = await this.parse(CatalogList)
    const { runList } = await import('./run/contracts.js')
    process.exitCode = await runList(flags)
  }
}

export class CatalogShow extends TenantkitCommand {
  static override summary =
    'Show a contract with its versions, deployments and users, or one version with its gate report.'
  static override examples = [
    '<%= config.bin %> catalog show shop/orders',
    '<%= config.bin %> catalog show shop/orders@1.2.0 --json',
  ]
  static override args = {
    contract: Args.string({ required: true, description: 'NAMESPACE/NAME, or NAMESPACE/NAME@VERSION' }),
  }
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogShow)
    const { runShow } = await import('./run/contracts.js')
    process.exitCode = await runShow(args.contract, flags)
  }
}

export class CatalogSearch extends TenantkitCommand {
  static override summary = 'Find operations, channels and fields of the newest versions by words and class.'
  static override examples = [
    '<%= config.bin %> catalog search customer email',
    '<%= config.bin %> catalog search --kind field --class payment-card',
  ]
  static override strict = false
  static override args = {
    words: Args.string({ description: 'a hit has all of them, the last one perhaps unfinished' }),
  }
  static override flags = {
    kind: Flags.string({ options: ['contract', 'operation', 'field'], description: 'only these' }),
    class: Flags.string({ description: 'only of this sensitivity or category, such as confidential or contact.email' }),
    limit: Flags.integer({ min: 1, max: 200, description: 'how many at most; default: 50' }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(CatalogSearch)
    const { runSearch } = await import('./run/contracts.js')
    process.exitCode = await runSearch(argv.map(String), flags)
  }
}
