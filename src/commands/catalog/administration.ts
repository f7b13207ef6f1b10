import { Args, Flags } from '@oclif/core'
import { permissions } from '../../api/catalog/permissions.js'
import { TenantkitCommand } from '../base-command.js'
import { catalogFlags, several } from './flags.js'

export class CatalogNamespaceList extends TenantkitCommand {
  static override summary = 'List the namespaces with what they ask of a publication.'
  static override examples = ['<%= config.bin %> catalog namespace list']
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(CatalogNamespaceList)
    const { runNamespaceList } = await import('./run/administration.js')
    process.exitCode = await runNamespaceList(flags)
  }
}

export class CatalogNamespaceConfigure extends TenantkitCommand {
  static override summary = 'Make a namespace, or change what it asks of a publication.'
  static override description = 'What is not given stays as it is.'
  static override examples = [
    '<%= config.bin %> catalog namespace configure shop --compatibility full --on-breaking review',
    '<%= config.bin %> catalog namespace configure shop --scoped-at-least 100 --classified-at-least 80',
  ]
  static override args = { namespace: Args.string({ required: true, description: 'its name' }) }
  static override flags = {
    compatibility: Flags.string({
      options: ['none', 'backward', 'backward-transitive', 'forward', 'forward-transitive', 'full', 'full-transitive'],
      description: 'what a new version must get along with',
    }),
    'on-breaking': Flags.string({
      options: ['refuse', 'review'],
      description: 'what becomes of a version that does not',
    }),
    'scoped-at-least': Flags.integer({ min: 0, max: 100, description: 'percent of operations with a tenant scope' }),
    'classified-at-least': Flags.integer({ min: 0, max: 100, description: 'percent of fields with a data class' }),
    semver: Flags.string({
      options: ['enforce', 'report'],
      description: 'whether a version that does not fit is refused',
    }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogNamespaceConfigure)
    const { runNamespaceConfigure } = await import('./run/administration.js')
    process.exitCode = await runNamespaceConfigure(args.namespace, flags)
  }
}

export class CatalogTokenCreate extends TenantkitCommand {
  static override summary = 'Make a token. Its text is printed once and kept nowhere.'
  static override examples = [
    '<%= config.bin %> catalog token create "ci of orders" --permission contracts:publish --permission contracts:read --namespace shop',
  ]
  static override args = { name: Args.string({ required: true, description: 'what it is for' }) }
  static override flags = {
    permission: Flags.string({
      ...several,
      required: true,
      options: permissions,
      description: 'what it may do; repeat for several',
    }),
    namespace: Flags.string({ ...several, description: 'pattern of namespaces that it may write to; default: all' }),
    days: Flags.integer({ min: 1, max: 365, description: 'until it ends; default: 90' }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogTokenCreate)
    const { runTokenCreate } = await import('./run/administration.js')
    process.exitCode = await runTokenCreate(args.name, flags)
  }
}

export class CatalogTokenList extends TenantkitCommand {
  static override summary = 'List tokens, without their secrets.'
  static override examples = ['<%= config.bin %> catalog token list']
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(CatalogTokenList)
    const { runTokenList } = await import('./run/administration.js')
    process.exitCode = await runTokenList(flags)
  }
}

export class CatalogTokenRevoke extends TenantkitCommand {
  static override summary = 'Revoke a token, at once and for ever.'
  static override examples = ['<%= config.bin %> catalog token revoke 0a1b2c3d4e5f']
  static override args = { id: Args.string({ required: true, description: 'as `catalog token list` shows it' }) }
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogTokenRevoke)
    const { runTokenRevoke } = await import('./run/administration.js')
    process.exitCode = await runTokenRevoke(args.id, flags)
  }
}
