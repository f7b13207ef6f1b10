import { Args, Flags } from '@oclif/core'
import { jobPermissions } from '../../api/catalog/permissions.js'
import { TenantkitCommand } from '../base-command.js'
import { catalogFlags, several } from './flags.js'

export class CatalogTrustAdd extends TenantkitCommand {
  static override summary = 'Give tokens to the CI jobs of a repository, which then need no secret.'
  static override description =
    'A job that shows an ID token with all of these claims is given a token of the catalog for 15 minutes. Repositories and owners are named by their numbers, since names can be given up and taken; a branch, an environment or a workflow says which jobs are meant. Jobs of pull requests and of what follows them are never trusted. `--repository-id`, `--owner-id`, `--ref`, `--environment` and `--workflow` stand for the claims that the provider calls so; `--claim` names any other.'
  static override examples = [
    '<%= config.bin %> catalog trust add orders --repository-id 123456789 --ref refs/heads/main --permission contracts:publish --permission contracts:read --namespace shop',
    '<%= config.bin %> catalog trust add orders --provider gitlab --issuer https://gitlab.example.com --repository-id 42 --ref refs/heads/main --permission contracts:publish --namespace shop',
    '<%= config.bin %> catalog trust add orders --provider other --issuer https://ci.example.com --claim sub=repo:shop/orders:main --permission contracts:publish --namespace shop',
  ]
  static override args = { name: Args.string({ required: true, description: 'what the policy is called' }) }
  static override flags = {
    provider: Flags.string({ options: ['github', 'gitlab', 'other'], default: 'github', description: 'whose jobs' }),
    issuer: Flags.string({
      description:
        'who signs their ID tokens; default: GitHub.com or GitLab.com. Others are named by `catalog serve --ci-issuer` first',
    }),
    'repository-id': Flags.string({
      helpGroup: 'JOBS',
      description: 'number of the repository (`repository_id`), or of the project (`project_id`)',
    }),
    'owner-id': Flags.string({
      helpGroup: 'JOBS',
      description: 'number of its owner (`repository_owner_id`), or of its namespace (`namespace_id`)',
    }),
    ref: Flags.string({ helpGroup: 'JOBS', description: 'refs/heads/BRANCH or refs/tags/TAG (`ref`, `ref_path`)' }),
    environment: Flags.string({ helpGroup: 'JOBS', description: 'the environment that the job deploys to' }),
    workflow: Flags.string({
      helpGroup: 'JOBS',
      description: 'the workflow with its ref (`job_workflow_ref`, `ci_config_ref_uri`)',
    }),
    claim: Flags.string({ ...several, helpGroup: 'JOBS', description: 'NAME=VALUE of any other claim' }),
    permission: Flags.string({
      ...several,
      required: true,
      options: [...jobPermissions],
      description: 'what the tokens may do; repeat for several',
    }),
    namespace: Flags.string({
      ...several,
      required: true,
      description: 'pattern of namespaces that they may write to; repeat for several',
    }),
    ...catalogFlags,
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogTrustAdd)
    const { runTrustAdd } = await import('./run/trust.js')
    process.exitCode = await runTrustAdd(args.name, flags)
  }
}

export class CatalogTrustList extends TenantkitCommand {
  static override summary = 'List which CI jobs are given tokens.'
  static override examples = ['<%= config.bin %> catalog trust list']
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(CatalogTrustList)
    const { runTrustList } = await import('./run/trust.js')
    process.exitCode = await runTrustList(flags)
  }
}

export class CatalogTrustRemove extends TenantkitCommand {
  static override summary = 'Trust the jobs of a policy no more; tokens that it gave end at once.'
  static override examples = ['<%= config.bin %> catalog trust remove orders']
  static override args = { name: Args.string({ required: true, description: 'what the policy is called' }) }
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { args, flags } = await this.parse(CatalogTrustRemove)
    const { runTrustRemove } = await import('./run/trust.js')
    process.exitCode = await runTrustRemove(args.name, flags)
  }
}

export class CatalogTokenExchange extends TenantkitCommand {
  static override summary = 'Exchange the ID token of this CI job for a token, and print that.'
  static override description =
    'Every command that asks a catalog does this by itself when there is no token. Where one job runs several, and the service gives it one ID token for all (GitLab), exchange it once: it is not taken again.'
  static override examples = ['export TENANTKIT_CATALOG_TOKEN="$(<%= config.bin %> catalog token exchange)"']
  static override flags = catalogFlags

  async run(): Promise<void> {
    const { flags } = await this.parse(CatalogTokenExchange)
    const { runTokenExchange } = await import('./run/trust.js')
    process.exitCode = await runTokenExchange(flags)
  }
}
