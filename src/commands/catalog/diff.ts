import { Args } from '@oclif/core'
import { TenantkitCommand } from '../base-command.js'
import { diffFlags } from '../diff-flags.js'
import { catalogFlags } from './flags.js'

const { format, output, view, semver, today, marker } = diffFlags

export class CatalogDiff extends TenantkitCommand {
  static override summary = 'Find breaking changes between two versions of the catalog.'
  static override description =
    'The same as `tenantkit diff catalog:… catalog:…`, which has more to choose from. Exit 1: there are findings at or above --fail-on.'
  static override examples = ['<%= config.bin %> catalog diff shop/orders@1.2.0 shop/orders@2.0.0']
  static override args = {
    base: Args.string({ required: true, description: 'NAMESPACE/NAME@VERSION' }),
    head: Args.string({ required: true, description: 'NAMESPACE/NAME@VERSION' }),
  }
  static override flags = {
    ...{ format, output, view, semver, today, marker },
    'fail-on': diffFlags['fail-on'],
    'show-info': diffFlags['show-info'],
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { args, flags, raw } = await this.parse(CatalogDiff)
    const { runCatalogDiff } = await import('./run/diff.js')
    const tokens = raw.flatMap((token) => (token.type === 'flag' ? [token] : []))
    process.exitCode = await runCatalogDiff([args.base, args.head], flags, tokens)
  }
}
