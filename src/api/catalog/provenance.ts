import { isCommit } from '../../catalog/model/index.js'

export interface Provenance {
  readonly commit?: string
  readonly repository?: string
  readonly workflow?: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** What the services say that run a job, each by its own names. */
const services: readonly ((environment: Environment) => Readonly<Record<keyof Provenance, string | undefined>>)[] = [
  (env) => ({ commit: env['GITHUB_SHA'], repository: env['GITHUB_REPOSITORY'], workflow: env['GITHUB_WORKFLOW_REF'] }),
  (env) => ({ commit: env['CI_COMMIT_SHA'], repository: env['CI_PROJECT_PATH'], workflow: env['CI_PIPELINE_URL'] }),
  (env) => ({
    commit: env['BITBUCKET_COMMIT'],
    repository: env['BITBUCKET_REPO_FULL_NAME'],
    workflow: env['BITBUCKET_PIPELINE_UUID'],
  }),
  (env) => ({
    commit: env['BUILD_SOURCEVERSION'],
    repository: env['BUILD_REPOSITORY_NAME'],
    workflow: env['BUILD_DEFINITIONNAME'],
  }),
  (env) => ({ commit: env['CI_COMMIT_SHA'], repository: env['CI_REPO'], workflow: env['CI_PIPELINE_URL'] }),
]

/** Where the bytes come from: what is given, else what the service says; what the catalog would not take is left out. */
export function provenanceOf(given: Provenance, environment: Environment): Provenance | undefined {
  const told = services.map((read) => read(environment)).find(({ commit, repository }) => commit && repository)
  const commit = given.commit ?? told?.commit
  const repository = given.repository ?? told?.repository
  const workflow = given.workflow ?? told?.workflow
  const provenance: Provenance = {
    ...(commit && isCommit(commit) && { commit }),
    ...(repository && { repository: repository.slice(0, 300) }),
    ...(workflow && { workflow: workflow.slice(0, 300) }),
  }
  return Object.keys(provenance).length > 0 ? provenance : undefined
}
