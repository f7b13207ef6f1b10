import { Flags } from '@oclif/core'
import { TenantkitCommand } from '../base-command.js'
import { catalogFlags } from './flags.js'

export class CatalogAuditList extends TenantkitCommand {
  static override summary = 'Print lines of the audit, as they stand in its chain.'
  static override examples = ['<%= config.bin %> catalog audit list --after 200']
  static override flags = {
    after: Flags.integer({ min: 0, default: 0, description: 'only what follows this line' }),
    limit: Flags.integer({ min: 1, max: 200, default: 50, description: 'how many at most' }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(CatalogAuditList)
    const { runAuditList } = await import('./run/audit.js')
    process.exitCode = await runAuditList(flags)
  }
}

export class CatalogAuditVerify extends TenantkitCommand {
  static override summary =
    'Show that the audit is what was written: the chain, its signatures, and checkpoints that were kept.'
  static override description =
    'Reads the whole audit, and holds it against the checkpoints of `tenantkit.lock` and of a file. Exit 1: entries were changed, left out, cut off or written anew.'
  static override examples = [
    '<%= config.bin %> catalog audit verify --save checkpoint.json',
    '<%= config.bin %> catalog audit verify --against checkpoint.json',
  ]
  static override flags = {
    against: Flags.string({ description: 'file with a checkpoint that --save kept; its key must have signed' }),
    save: Flags.string({ description: 'file to keep the newest checkpoint in, for the next time' }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(CatalogAuditVerify)
    const { runAuditVerify } = await import('./run/audit.js')
    process.exitCode = await runAuditVerify(flags)
  }
}
