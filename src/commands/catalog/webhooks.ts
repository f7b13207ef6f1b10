import { Args, Flags } from '@oclif/core'
import { TenantkitCommand } from '../base-command.js'
import { catalogFlags, several } from './flags.js'

const webhook = { webhook: Args.string({ required: true, description: 'as `catalog webhook list` shows it' }) }

export class CatalogWebhookAdd extends TenantkitCommand {
  static override summary =
    'Have events posted to a URL. The secret that signs them is printed once and kept nowhere in the clear.'
  static override description =
    'Each event is a CloudEvent, signed as Standard Webhooks lays it out. It comes at least once; events of one contract come in their order. The URL is https, on port 443 or 8443, and leads to the public internet.'
  static override examples = [
    '<%= config.bin %> catalog webhook add https://hooks.example.com/catalog',
    '<%= config.bin %> catalog webhook add https://hooks.example.com/shop --event version.published --event version.refused --namespace shop',
  ]
  static override args = { url: Args.string({ required: true, description: 'where it listens' }) }
  static override flags = {
    event: Flags.string({
      ...several,
      options: [
        'version.published',
        'version.refused',
        'version.waiting',
        'version.released',
        'review.decided',
        'lifecycle.changed',
        'deployment.recorded',
        'usage.registered',
        'namespace.configured',
        'token.created',
        'token.revoked',
        'trust.added',
        'trust.removed',
      ],
      description: 'what it hears of; repeat for several; default: all',
    }),
    namespace: Flags.string({
      ...several,
      description: 'pattern of namespaces that it hears of; default: all, and what concerns none',
    }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogWebhookAdd)
    const { runWebhookAdd } = await import('./run/webhooks.js')
    process.exitCode = await runWebhookAdd(args.url, flags)
  }
}

export class CatalogWebhookList extends TenantkitCommand {
  static override summary = 'List webhooks, without their secrets.'
  static override examples = ['<%= config.bin %> catalog webhook list']
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(CatalogWebhookList)
    const { runWebhookList } = await import('./run/webhooks.js')
    process.exitCode = await runWebhookList(flags)
  }
}

export class CatalogWebhookRemove extends TenantkitCommand {
  static override summary = 'Remove a webhook, and with it all that was to be delivered to it.'
  static override examples = ['<%= config.bin %> catalog webhook remove 0a1b2c3d4e5f']
  static override args = webhook
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogWebhookRemove)
    const { runWebhookRemove } = await import('./run/webhooks.js')
    process.exitCode = await runWebhookRemove(args.webhook, flags)
  }
}

export class CatalogWebhookRotate extends TenantkitCommand {
  static override summary = 'Make another secret, printed once. For a while the old one signs beside it.'
  static override examples = [
    '<%= config.bin %> catalog webhook rotate 0a1b2c3d4e5f',
    '<%= config.bin %> catalog webhook rotate 0a1b2c3d4e5f --keep-hours 0',
  ]
  static override args = webhook
  static override flags = {
    'keep-hours': Flags.integer({
      min: 0,
      max: 168,
      description: 'how long the old secret signs, too; 0 when it is known to others; default: 24',
    }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogWebhookRotate)
    const { runWebhookRotate } = await import('./run/webhooks.js')
    process.exitCode = await runWebhookRotate(args.webhook, flags)
  }
}

export class CatalogWebhookEnable extends TenantkitCommand {
  static override summary = 'Deliver to a webhook again that was disabled because it took nothing for too long.'
  static override examples = ['<%= config.bin %> catalog webhook enable 0a1b2c3d4e5f']
  static override args = webhook
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogWebhookEnable)
    const { runWebhookEnable } = await import('./run/webhooks.js')
    process.exitCode = await runWebhookEnable(args.webhook, flags)
  }
}

export class CatalogWebhookDeliveries extends TenantkitCommand {
  static override summary = 'List what was delivered to a webhook, waits, or was given up; the newest events first.'
  static override examples = ['<%= config.bin %> catalog webhook deliveries 0a1b2c3d4e5f --state dead']
  static override args = webhook
  static override flags = {
    state: Flags.option({
      options: ['waiting', 'delivered', 'dead'] as const,
      description: 'only these; dead: given up',
    })(),
    before: Flags.integer({ min: 1, description: 'only of events before this one, as the page before says' }),
    limit: Flags.integer({ min: 1, max: 200, default: 50, description: 'how many at most' }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogWebhookDeliveries)
    const { runWebhookDeliveries } = await import('./run/webhooks.js')
    process.exitCode = await runWebhookDeliveries(args.webhook, flags)
  }
}

export class CatalogWebhookRedeliver extends TenantkitCommand {
  static override summary = 'Deliver events once more, under their ids; without any named, all that were given up.'
  static override examples = [
    '<%= config.bin %> catalog webhook redeliver 0a1b2c3d4e5f',
    '<%= config.bin %> catalog webhook redeliver 0a1b2c3d4e5f 5f0c7a52-6f0e-4c57-9f1a-3f5a4d1a8f37',
  ]
  static override args = {
    ...webhook,
    event: Args.string({ description: 'id of the event, as `catalog webhook deliveries` shows it' }),
  }
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogWebhookRedeliver)
    const { runWebhookRedeliver } = await import('./run/webhooks.js')
    process.exitCode = await runWebhookRedeliver(args.webhook, args.event, flags)
  }
}
