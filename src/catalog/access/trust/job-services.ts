import type { JobProvenance, JobProvider } from '../../model/index.js'

/** How a service of CI speaks of its jobs. */
export interface JobService {
  /** Claims of which one names the repository, or who owns it, by a number that no other ever gets. */
  readonly repository: readonly string[]
  /** Claims of which one says which of its jobs are meant; all of a repository would be those of every branch. */
  readonly job: readonly string[]
  /** The claim that says why the job runs, and those reasons for which nobody outside can decide what it does. */
  readonly event: { readonly claim: string; readonly safe: readonly string[] }
  /** The claims that become the provenance of what the job publishes. */
  readonly provenance: Readonly<Record<Exclude<keyof JobProvenance, 'issuer' | 'subject'>, readonly string[]>>
}

/**
 * What starts a job is looked up among what is safe, not among what is not: services invent events. Those of pull requests are
 * not here, nor is what follows them (`workflow_run`, child pipelines): their code, or what they were handed, is anybody's.
 */
export const jobServices: { readonly [Provider in Exclude<JobProvider, 'other'>]: JobService } = {
  // https://docs.github.com/en/actions/reference/security/oidc
  github: {
    repository: ['repository_id', 'repository_owner_id'],
    job: ['ref', 'environment', 'job_workflow_ref'],
    event: { claim: 'event_name', safe: ['push', 'release', 'repository_dispatch', 'schedule', 'workflow_dispatch'] },
    provenance: {
      commit: ['sha'],
      repository: ['repository'],
      repositoryId: ['repository_id'],
      ref: ['ref'],
      environment: ['environment'],
      workflow: ['job_workflow_ref', 'workflow_ref'],
      run: ['run_id'],
      runner: ['runner_environment'],
    },
  },
  // https://docs.gitlab.com/ci/secrets/id_token_authentication/. `ref` alone does not say whether it is a branch or a tag.
  gitlab: {
    repository: ['project_id', 'namespace_id'],
    job: ['ref_path', 'environment', 'ci_config_ref_uri'],
    event: { claim: 'pipeline_source', safe: ['api', 'push', 'schedule', 'trigger', 'web'] },
    provenance: {
      commit: ['sha'],
      repository: ['project_path'],
      repositoryId: ['project_id'],
      ref: ['ref_path', 'ref'],
      environment: ['environment'],
      workflow: ['ci_config_ref_uri'],
      run: ['pipeline_id'],
      runner: ['runner_environment'],
    },
  },
}
