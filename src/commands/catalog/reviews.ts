import { Args, Flags } from '@oclif/core'
import { TenantkitCommand } from '../base-command.js'
import { catalogFlags } from './flags.js'

const version = { version: Args.string({ required: true, description: 'NAMESPACE/NAME@VERSION' }) }
const reason = { reason: Flags.string({ required: true, description: 'why; it is kept with the decision' }) }

export class CatalogReviews extends TenantkitCommand {
  static override summary = 'List versions that break somebody and wait for a decision.'
  static override examples = ['<%= config.bin %> catalog reviews']
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(CatalogReviews)
    const { runReviews } = await import('./run/reviews.js')
    process.exitCode = await runReviews(flags)
  }
}

export class CatalogApprove extends TenantkitCommand {
  static override summary = 'Let a version pass that waits. Nobody approves what they published.'
  static override examples = ['<%= config.bin %> catalog approve shop/orders@2.0.0 --reason "all have moved"']
  static override args = version
  static override flags = { ...reason, ...catalogFlags }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogApprove)
    const { runDecide } = await import('./run/reviews.js')
    process.exitCode = await runDecide('approve', args.version, flags)
  }
}

export class CatalogReject extends TenantkitCommand {
  static override summary = 'Reject a version that waits.'
  static override examples = ['<%= config.bin %> catalog reject shop/orders@2.0.0 --reason "billing needs the field"']
  static override args = version
  static override flags = { ...reason, ...catalogFlags }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogReject)
    const { runDecide } = await import('./run/reviews.js')
    process.exitCode = await runDecide('reject', args.version, flags)
  }
}
