import { relative, sep } from 'node:path'
import { openRepository } from '../../contract/source/repository.js'
import { fileUri, type RenderContext, repositoryPath } from '../../diff/index.js'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the report is made: below the top of the repository, and where its files can be looked at. */
export function reportPlace(directory: string, environment: Environment): Pick<RenderContext, 'root' | 'linkTo'> {
  const repository = openRepository(directory)
  if ('reason' in repository) return {}
  const root = relative(repository.top, directory).split(sep).join('/')
  const pages = pagesOf(environment)
  const linkTo: RenderContext['linkTo'] = ({ file, line }) => {
    const path = repositoryPath(file, root)
    if (pages === undefined || path === undefined || path.startsWith('/') || path.startsWith('..')) return undefined
    const [, revision] = /^git:([^:]+):/.exec(file) ?? []
    return `${pages.address}/${fileUri(revision ?? pages.revision)}/${fileUri(path)}#L${line}`
  }
  return { root, ...(pages && { linkTo }) }
}

/** The pages of files on the forge that runs this. */
function pagesOf(environment: Environment): { readonly address: string; readonly revision: string } | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, CI_PROJECT_URL, CI_COMMIT_SHA } = environment
  if (GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_SHA) {
    return { address: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob`, revision: GITHUB_SHA }
  }
  return CI_PROJECT_URL && CI_COMMIT_SHA ? { address: `${CI_PROJECT_URL}/-/blob`, revision: CI_COMMIT_SHA } : undefined
}
