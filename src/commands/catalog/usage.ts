import { Args, Flags } from '@oclif/core'
import { TenantkitCommand } from '../base-command.js'

export class CatalogUsageScan extends TenantkitCommand {
  static override summary =
    'Find out which operations and fields a TypeScript program uses of the contracts it has clients of.'
  static override description =
    'Reads the program that a `tsconfig.json` describes, with the clients that `tenantkit generate` wrote into it. A field counts as used when the program could not do without it; what is passed on as a whole, or cannot be followed, counts as used with all of its fields. Exit 2: the program does not compile, or has no client.'
  static override examples = [
    '<%= config.bin %> catalog usage scan',
    '<%= config.bin %> catalog usage scan services/shop --output shop.usage.json',
    '<%= config.bin %> catalog usage scan --client src/generated/orders=shop/orders@1.2.0',
  ]
  static override args = {
    program: Args.string({ description: 'a `tsconfig.json`, or the folder that it is in', default: '.' }),
  }
  static override flags = {
    client: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'FOLDER=NAMESPACE/NAME@VERSION, for a client that was not generated from the catalog',
    }),
    output: Flags.string({ char: 'o', description: 'file for what was found', default: 'tenantkit.usage.json' }),
    json: Flags.boolean({ description: 'print JSON' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogUsageScan)
    const { runUsageScan } = await import('./run/usage-scan.js')
    process.exitCode = await runUsageScan({
      directory: process.cwd(),
      program: args.program,
      clients: flags.client ?? [],
      output: flags.output,
      json: flags.json,
    })
  }
}
