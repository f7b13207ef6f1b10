import { Args, Flags } from '@oclif/core'
import { TenantkitCommand } from '../base-command.js'
import { catalogFlags } from './flags.js'

const version = {
  version: Args.string({ required: true, description: 'NAMESPACE/NAME@VERSION' }),
}
const participant = {
  to: Flags.string({ required: true, description: 'the environment, such as prod' }),
  consumer: Flags.boolean({ description: 'it is a consumer, and no contract' }),
}

export class CatalogRecordDeployment extends TenantkitCommand {
  static override summary = 'Say which version is deployed in an environment now, instead of the one before.'
  static override examples = [
    '<%= config.bin %> catalog record-deployment shop/orders@1.2.0 --to prod',
    '<%= config.bin %> catalog record-deployment web/checkout@48 --consumer --to prod',
  ]
  static override args = version
  static override flags = { ...participant, ...catalogFlags }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogRecordDeployment)
    const { runRecordDeployment } = await import('./run/use.js')
    process.exitCode = await runRecordDeployment(args.version, flags)
  }
}

export class CatalogRecordRelease extends TenantkitCommand {
  static override summary = 'Say that a version is released; later versions are compared with it.'
  static override examples = ['<%= config.bin %> catalog record-release shop/orders@1.2.0']
  static override args = version
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogRecordRelease)
    const { runRecordRelease } = await import('./run/use.js')
    process.exitCode = await runRecordRelease(args.version, flags)
  }
}

export class CatalogCanIDeploy extends TenantkitCommand {
  static override summary = 'Say whether a version can be deployed beside what is there.'
  static override description =
    'A contract can when nobody there uses what it breaks; a consumer can when everything that it uses is there and fits. Exit 1: it cannot.'
  static override examples = [
    '<%= config.bin %> catalog can-i-deploy shop/orders@1.2.0 --to prod',
    '<%= config.bin %> catalog can-i-deploy web/checkout@48 --consumer --to prod',
  ]
  static override args = version
  static override flags = { ...participant, ...catalogFlags }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogCanIDeploy)
    const { runCanIDeploy } = await import('./run/use.js')
    process.exitCode = await runCanIDeploy(args.version, flags)
  }
}

export class CatalogUsagePublish extends TenantkitCommand {
  static override summary = 'Tell the catalog what a version of a consumer uses, from a usage file.'
  static override examples = [
    '<%= config.bin %> catalog usage scan && <%= config.bin %> catalog usage publish --as web/checkout@48',
  ]
  static override args = {
    file: Args.string({ description: 'what `catalog usage scan` wrote', default: 'tenantkit.usage.json' }),
  }
  static override flags = {
    as: Flags.string({ required: true, description: 'NAMESPACE/NAME@VERSION of the consumer' }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogUsagePublish)
    const { runUsagePublish } = await import('./run/use.js')
    process.exitCode = await runUsagePublish(args.file, flags)
  }
}
