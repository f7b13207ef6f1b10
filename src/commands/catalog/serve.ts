import { Flags } from '@oclif/core'
import { styleFor } from '../../diagnostic/render/style.js'
import { renderText } from '../../diagnostic/render/text.js'
import { exitCode, TenantkitCommand } from '../base-command.js'
import { databaseFlags } from './database-flags.js'
import { several } from './flags.js'

export default class CatalogServe extends TenantkitCommand {
  static override summary = 'Serve the shared catalog of contracts.'
  static override description =
    'Keeps contracts in a file of SQLite, or in PostgreSQL, where several processes may serve one database. Tables are brought up to date at the start. Stops at SIGTERM and SIGINT when running requests have ended. The log goes to stderr, one line of JSON for each event. Exit 2: it could not start.'
  static override examples = [
    '<%= config.bin %> catalog serve --init',
    '<%= config.bin %> catalog serve --database /var/lib/tenantkit/catalog.db --host 0.0.0.0',
    '<%= config.bin %> catalog serve --database-url postgres://catalog@db/catalog --key /etc/tenantkit/catalog.key',
    '<%= config.bin %> catalog serve --url https://catalog.example.com --behind-tls --oidc-issuer https://id.example.com --oidc-client-id catalog --oidc-role staff=reader --oidc-role shop-owners=approver:shop',
  ]
  static override flags = {
    ...databaseFlags,
    key: Flags.string({
      description:
        'the file of the key that signs the audit, made when it is not there; beside the database by default',
    }),
    host: Flags.string({
      description: 'where to listen; others than this machine reach 0.0.0.0',
      default: '127.0.0.1',
    }),
    port: Flags.integer({ description: '0: one that is free', default: 4180, min: 0, max: 65_535 }),
    init: Flags.boolean({
      description: 'make the organisation, and print a token that may do everything in it, unless somebody holds one',
    }),
    organisation: Flags.string({
      description: 'the organisation of --init, --public-read and --oidc-issuer',
      default: 'main',
    }),
    'public-read': Flags.boolean({ description: 'let everybody read the contracts of the organisation' }),
    pages: Flags.boolean({ description: 'serve pages for people, beside the API', default: true, allowNo: true }),
    url: Flags.string({
      description: 'where callers reach it, which ID tokens are for; default: where it listens',
    }),
    'ci-issuer': Flags.string({
      ...several,
      description:
        'whose ID tokens `catalog trust` may name, beside GitHub.com and GitLab.com; nobody else is asked for keys',
    }),
    'behind-tls': Flags.boolean({
      description:
        'it is reached over TLS, which something in front of it ends: cookies are for that alone, and the last entry of `X-Forwarded-For` says whom requests are counted for',
    }),
    rate: Flags.integer({
      description:
        'requests of one token in a minute, as many pages of one session, or of one address without any, and as many exchanges of ID tokens from one address',
      default: 600,
      min: 1,
    }),
    'allow-insecure-webhooks': Flags.boolean({
      description: 'let webhooks listen on this machine, over plain HTTP, too: for trying them out',
    }),
    'oidc-issuer': Flags.string({
      helpGroup: 'PEOPLE',
      description: 'who knows the people of the organisation: they sign in to the pages with their account there',
    }),
    'oidc-client-id': Flags.string({
      helpGroup: 'PEOPLE',
      description:
        'what the issuer calls the catalog; its secret is TENANTKIT_CATALOG_OIDC_CLIENT_SECRET, people come back to URL/sign-in/callback',
    }),
    'oidc-role': Flags.string({
      ...several,
      helpGroup: 'PEOPLE',
      description: 'GROUP=ROLE or GROUP=ROLE:NAMESPACE,…: reader, publisher, approver or admin; repeat for several',
    }),
    'oidc-groups-claim': Flags.string({
      helpGroup: 'PEOPLE',
      description: 'the claim of the ID token that has the groups',
      default: 'groups',
    }),
    'oidc-scope': Flags.string({
      helpGroup: 'PEOPLE',
      description: 'what is asked for at the issuer',
      default: 'openid profile email',
    }),
    'metrics-port': Flags.integer({ description: 'serve /metrics for Prometheus there', min: 0, max: 65_535 }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(CatalogServe)
    const { serveCatalog } = await import('../../api/catalog/serve.js')
    const { catalog, diagnostics } = await serveCatalog({
      ...flags,
      directory: process.cwd(),
      databaseUrl: flags['database-url'],
      publicRead: flags['public-read'],
      behindTls: flags['behind-tls'],
      metricsPort: flags['metrics-port'],
      publicUrl: flags.url,
      ciIssuers: flags['ci-issuer'] ?? [],
      allowInsecureWebhooks: flags['allow-insecure-webhooks'],
      people: {
        issuer: flags['oidc-issuer'],
        clientId: flags['oidc-client-id'],
        clientSecret: process.env['TENANTKIT_CATALOG_OIDC_CLIENT_SECRET'],
        scope: flags['oidc-scope'],
        groupsClaim: flags['oidc-groups-claim'],
        roles: flags['oidc-role'] ?? [],
      },
      log: (line) => process.stderr.write(line),
      onToken: (token) => this.log(token),
    })
    if (!catalog) {
      process.exitCode = exitCode.failed
      process.stderr.write(renderText(diagnostics, { style: styleFor(process.stderr, process.env) }))
      return
    }
    await stopSignal()
    await catalog.close()
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
